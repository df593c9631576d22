"""Contact-centre measures: how soon contacts are answered, how many give up, and what they take."""

from servicemodel.contact_centre.abandonment_rate import abandonment_rate
from servicemodel.contact_centre.average_handle_time import average_handle_time
from servicemodel.contact_centre.average_speed_of_answer import average_speed_of_answer
from servicemodel.contact_centre.contact_figures import ContactFigures, ContactOutcome, contact_figures
from servicemodel.contact_centre.first_contact_resolution import first_contact_resolution
from servicemodel.contact_centre.first_contacts import FirstContacts, first_contacts
from servicemodel.contact_centre.occupancy import occupancy
from servicemodel.contact_centre.schedule_adherence import schedule_adherence
from servicemodel.contact_centre.service_level import AbandonTreatment, service_level

__all__ = [
    "AbandonTreatment",
    "ContactFigures",
    "ContactOutcome",
    "FirstContacts",
    "abandonment_rate",
    "average_handle_time",
    "average_speed_of_answer",
    "contact_figures",
    "first_contact_resolution",
    "first_contacts",
    "occupancy",
    "schedule_adherence",
    "service_level",
]

"""Whom to serve first."""

from servicemodel.priority.account_portfolio import ACCOUNT_PORTFOLIO, PortfolioCell, account_portfolio
from servicemodel.priority.levels import HALVES, LEVELS, Half, Level

__all__ = ["ACCOUNT_PORTFOLIO", "HALVES", "LEVELS", "Half", "Level", "PortfolioCell", "account_portfolio"]

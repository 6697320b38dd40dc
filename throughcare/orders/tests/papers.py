"""Papers for tests. Every sentence in them is invented."""

PROBATION = """PROBATION ORDER

Whereas on the 8th day of September 2026 the person was found guilty of theft,

the person shall, for twelve months, comply with these conditions:

1. Keep the peace and be of good behaviour.
2. Appear before the court when required to do so by the court.
3. Complete 60 hours of unpaid work in the community within 9 months.
4. Do not go within 100 metres of the corner store on Birch Street.
"""

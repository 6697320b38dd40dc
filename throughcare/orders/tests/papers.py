"""Papers for tests. Every sentence in them is invented."""

PROBATION = """PROBATION ORDER

Made on September 8, 2026. The person was found guilty of theft and the passing of
sentence is suspended;

the person shall, for twelve months, comply with these conditions:

1. Keep the peace and be of good behaviour.
2. Appear before the court when required to do so by the court.
3. Perform 60 hours of community service within 9 months.
4. Do not go within 100 metres of the corner store on Birch Street.
"""

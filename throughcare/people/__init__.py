"""Who a person is: names, numbers, dates, addresses, phones, language, and likely duplicates."""

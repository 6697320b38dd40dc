"""Days, months, holidays and clock times as the law counts them."""

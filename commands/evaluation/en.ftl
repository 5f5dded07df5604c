evaluation-summary = look back on an incident together: the path, the session, the actions, the report, the lesson
evaluation-more = I ask everybody on their own first, find a date, lead the questions and follow up the actions. What somebody says beforehand others see only when that person releases it.

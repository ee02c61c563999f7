package cn.lantai.server.sparql;

/**
 * A text that can be matched only as long as there is time: the matcher of the Java runtime knows
 * no limit, but it asks its text for every character.
 */
final class TimedText implements CharSequence {

  private final String text;
  private final QueryBudget budget;

  TimedText(String text, QueryBudget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public char charAt(int index) {
    budget.check();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new TimedText(text.substring(start, end), budget);
  }

  @Override
  public String toString() {
    return text;
  }
}

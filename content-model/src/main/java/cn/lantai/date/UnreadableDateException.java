package cn.lantai.date;

import cn.lantai.entity.LocalizedText;

/** Words that name no date, or one that does not exist. */
final class UnreadableDateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LocalizedText reason;
  private final transient LocalizedText remedy;

  UnreadableDateException(LocalizedText reason, LocalizedText remedy) {
    super(reason.zh());
    this.reason = reason;
    this.remedy = remedy;
  }

  static UnreadableDateException of(String zh, String en, String remedyZh, String remedyEn) {
    return new UnreadableDateException(
        LocalizedText.of(zh, en), LocalizedText.of(remedyZh, remedyEn));
  }

  DateReading.Refused refusal() {
    return new DateReading.Refused(reason, remedy);
  }
}

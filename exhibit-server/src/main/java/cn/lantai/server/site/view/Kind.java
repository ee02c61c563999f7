package cn.lantai.server.site.view;

/** What a page or a card is about. */
public enum Kind {
  EXHIBITION,
  COLLECTION,
  COMPILATION,
  STUDY,
  RECORD,
  FONDS,
  /** A record set of any level. */
  SET,
  PERSON,
  FAMILY,
  ORGANISATION,
  PLACE,
  EVENT,
  THEME,
  SCHEME,
  SOURCE,
  /** Of another institution. */
  LOAN,
  IMAGE,
  RECORDING
}

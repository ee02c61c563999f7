package cn.lantai.exchange;

import cn.lantai.ontology.Element;

/**
 * Where an element of description stands in EAD3. An element that EAD3 has no place for is an
 * {@code odd}; whatever the place, {@code encodinganalog} names the element of DA/T 18.
 *
 * @param form what the place is like
 * @param name the name of the XML element
 */
record Ead3Place(Form form, String name) {

  enum Form {
    /** Not written as such: structure and attributes say it. */
    STRUCTURE,
    /** In the did: text. */
    IDENTITY,
    /** In the did. */
    DATE,
    /** In the did. */
    LANGUAGE,
    /** In the did: names of agents. */
    AGENTS,
    /** Beside the did: paragraphs. */
    NOTE,
    /** In a controlaccess: names. */
    ACCESS_POINTS,
    /** Beside the did: titles. */
    REFERENCES
  }

  static Ead3Place of(Element element) {
    return switch (element.id()) {
      case "key", "level", "parent" -> new Ead3Place(Form.STRUCTURE, "");
      case "reference-code", "archive-code", "document-number", "microform" -> identity("unitid");
      case "title", "parallel-title", "subtitle" -> identity("unittitle");
      case "date" -> new Ead3Place(Form.DATE, "unitdate");
      case "extent", "carrier-type", "pages", "file-size", "file-format" -> identity("physdesc");
      case "location" -> identity("physloc");
      case "box" -> identity("container");
      case "language" -> new Ead3Place(Form.LANGUAGE, "langmaterial");
      case "creator", "sender", "addressee" -> new Ead3Place(Form.AGENTS, "origination");
      case "holder" -> new Ead3Place(Form.AGENTS, "repository");
      case "agency-history" -> note("bioghist");
      case "custodial-history" -> note("custodhist");
      case "scope" -> note("scopecontent");
      case "arrangement" -> note("arrangement");
      case "accruals" -> note("accruals");
      case "retention", "destruction" -> note("appraisal");
      case "condition" -> note("phystech");
      case "security", "disclosure" -> note("legalstatus");
      case "access", "access-note" -> note("accessrestrict");
      case "use-note" -> note("userestrict");
      case "originals" -> note("originalsloc");
      case "copies" -> note("altformavail");
      case "related" -> note("relatedmaterial");
      case "nature", "certainty", "claims", "describer", "description-date" -> note("processinfo");
      case "sources" -> new Ead3Place(Form.REFERENCES, "bibliography");
      case "persons", "organisations" -> points("name");
      case "places" -> points("geogname");
      case "events", "themes", "keywords", "classification" -> points("subject");
      case "form" -> points("genreform");
      default -> note("odd");
    };
  }

  private static Ead3Place identity(String name) {
    return new Ead3Place(Form.IDENTITY, name);
  }

  private static Ead3Place note(String name) {
    return new Ead3Place(Form.NOTE, name);
  }

  private static Ead3Place points(String name) {
    return new Ead3Place(Form.ACCESS_POINTS, name);
  }

  /** Whether the place is in the did. */
  boolean identifies() {
    return switch (form) {
      case IDENTITY, DATE, LANGUAGE, AGENTS -> true;
      case STRUCTURE, NOTE, ACCESS_POINTS, REFERENCES -> false;
    };
  }
}

package cn.lantai.search;

import cn.lantai.entity.EntityIri;

/** The fields of a document. What begins with a dot is only stored. */
final class IndexFields {

  /** {@code record/r001}; names the document. */
  static final String ID = "id";

  /**
   * A number for the entity, which a page image shares with its record: by it what is found on a
   * page is found as the record. Also what {@link #PARENT} points to.
   */
  static final String UNIT = "unit";

  static final String TYPE = "type";

  /** Whether it can be a result by itself. */
  static final String RESULT = "result";

  static final String TITLE = "title";

  /** All that is said of the entity in words, title and reference code among it. */
  static final String TEXT = "text";

  /** The words on and about a page image. */
  static final String PAGE_TEXT = "page-text";

  /** A whole name of an authority, folded. */
  static final String NAME = "name";

  static final String PINYIN = "pinyin";

  /** The reference code, folded. */
  static final String CODE = "code";

  /** Text whose plain order is the natural order of the entity's kind. */
  static final String ORDER = "order";

  static final String PARENT = "parent";

  /** {@code person/maodun}: an entity to which the description points. */
  static final String LINK = "link";

  /** The key of an organisation that edits the selection. */
  static final String EDITOR = "editor";

  /** First and last day, as days since 1970. */
  static final String FROM = "from";

  static final String TO = "to";

  /** Of an exact day, counted from 1 in a leap year. */
  static final String DAY_OF_YEAR = "day-of-year";

  /** A number that is the same for the same triples. */
  static final String VERSION = "version";

  /** Said of what is not open to the public. */
  static final String CONTROLLED = "controlled";

  /** Of a record: the slug of its {@code AccessState}. */
  static final String ACCESS = "access";

  /** Of a record whose opening is delayed: the year in which it is looked at again. */
  static final String DELAYED_UNTIL = "delayed-until";

  static final String PAGE = "page";

  static final String TITLE_ZH = ".title";
  static final String TITLE_EN = ".title-en";
  static final String CODE_WRITTEN = ".code";
  static final String PARENT_ID = ".parent";
  static final String PAGE_NUMBER = ".page";
  static final String BODY = ".body";

  /** What is said in a recording and from when: milliseconds, a blank, words; one for each cue. */
  static final String CUE = ".cue";

  static final String ABOUT = ".about";
  static final String ABOUT_EN = ".about-en";
  static final String TERM = ".term";
  static final String DATE = ".date";
  static final String DATE_EDTF = ".date-edtf";
  static final String END = ".end";
  static final String END_EDTF = ".end-edtf";
  static final String FORM = ".form";
  static final String EXTENT = ".extent";
  static final String HOLDER = ".holder";
  static final String SCHEME = ".scheme";
  static final String BROADER = ".broader";

  /** A way to call a theme. */
  static final String CALLED = ".called";

  static final String ROLE = ".role";
  static final String SPELLING = ".spelling";
  static final String DIGEST = ".digest";
  static final String WIDTH = ".width";
  static final String HEIGHT = ".height";

  private IndexFields() {}

  static String id(EntityIri entity) {
    return entity.type().segment() + "/" + entity.key();
  }

  /** Never zero. Two of a million entities share a number with a chance of 1 : 30 million. */
  static long unit(EntityIri entity) {
    return hash(id(entity));
  }

  /** FNV-1a, and the finaliser of MurmurHash3 over it. */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    long mixed = mix(hash);
    return mixed == 0 ? 1 : mixed;
  }

  static long mix(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}

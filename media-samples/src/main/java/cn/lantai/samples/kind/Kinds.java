package cn.lantai.samples.kind;

import cn.lantai.samples.font.FontShelf;
import cn.lantai.samples.kit.Page;
import java.util.Map;

/** All kinds of documents by the names that the drawing table uses. */
public final class Kinds {
  private static final Map<String, Kind> ALL =
      Map.ofEntries(
          Map.entry("bound", new Bound()),
          Map.entry("hardcover", new HardCover()),
          Map.entry("stack", new Stack()),
          Map.entry("pamphlet", new Pamphlet()),
          Map.entry("ledger", new Ledger()),
          Map.entry("register", new Register()),
          Map.entry("table", new Table()),
          Map.entry("form", new Form()),
          Map.entry("telegram", new Telegram()),
          Map.entry("envelope", new Envelope()),
          Map.entry("bundle", new Bundle()),
          Map.entry("notice", new Notice()),
          Map.entry("typed", new Typed()),
          Map.entry("notes", new Notes()),
          Map.entry("manuscript", new Manuscript()),
          Map.entry("slip", new Slip()),
          Map.entry("woodleaf", new WoodLeaf()),
          Map.entry("newspaper", new Newspaper()),
          Map.entry("photo", new Photo()),
          Map.entry("impression", new Impression()),
          Map.entry("plaque", new Plaque()),
          Map.entry("flag", new Flag()),
          Map.entry("poem", new Poem()),
          Map.entry("docket", new Docket()),
          Map.entry("certificate", new Certificate()),
          Map.entry("plan", new Plan()),
          Map.entry("tape", new Tape()),
          Map.entry("boxes", new Boxes()),
          Map.entry("poster", new Poster()),
          Map.entry("streets", new StreetMap()),
          Map.entry("stalls", new Stalls()),
          Map.entry("clippings", new Clippings()),
          Map.entry("childcover", new ChildCover()),
          Map.entry("letter", new Letter()));

  private Kinds() {}

  /** The page as it is before the strip at its foot is printed. */
  public static Page draw(PageSpec spec, FontShelf fonts) {
    Kind kind = ALL.get(spec.kind());
    if (kind == null) {
      throw new IllegalArgumentException(
          spec.key() + ": no such kind of page: " + spec.kind() + "; there are " + ALL.keySet());
    }
    return kind.draw(spec, fonts);
  }
}

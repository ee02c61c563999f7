package cn.lantai.server.site.view;

import cn.lantai.search.Publication;
import cn.lantai.server.site.view.EntryView.EntryState;
import cn.lantai.server.site.view.EntryView.Field;
import java.util.List;
import java.util.Optional;

/**
 * The builder of a selection.
 *
 * @param base the journal row of the version that the draft began with
 * @param document the draft itself, as it goes back and forth
 * @param selected the id of the piece in the editor
 * @param said what came of the last operation
 * @param page its public address, if it has one
 * @param guide the way to a first exhibition, for who asked for it
 */
public record BuilderView(
    Text title,
    Kind kind,
    String type,
    String key,
    long base,
    EntryState state,
    boolean saved,
    String document,
    String selected,
    Optional<Text> said,
    List<Text> faults,
    Optional<Overtaken> overtaken,
    List<Section> sections,
    Editor editor,
    List<BlockKind> blocks,
    Finder finder,
    int troubles,
    int hidden,
    Optional<String> page,
    Publishing publishing,
    Optional<Guide> guide)
    implements PageView {

  /**
   * Somebody else has saved meanwhile.
   *
   * @param taken what only they changed, and is in the draft now
   * @param collisions what both changed
   */
  public record Overtaken(String agent, List<Text> taken, List<Collision> collisions) {
    public Overtaken {
      taken = List.copyOf(taken);
      collisions = List.copyOf(collisions);
    }
  }

  /**
   * @param id of the piece
   * @param theirs what they made of it, line by line; empty if they deleted it
   */
  public record Collision(String id, Text what, List<Text> theirs) {
    public Collision {
      theirs = List.copyOf(theirs);
    }
  }

  /**
   * A line of the outline.
   *
   * @param number empty for a preface
   * @param troubles how many things in its own cells are to be mended
   */
  public record Section(
      String id, Optional<Integer> number, Text title, int troubles, List<BlockLine> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * @param hidden how many of its items visitors do not see, because they show what is not public
   */
  public record BlockLine(String id, Text kind, Text label, int items, int troubles, int hidden) {}

  /** What a piece is. */
  public enum Level {
    WHOLE,
    SECTION,
    BLOCK
  }

  /**
   * The form of the selected piece.
   *
   * @param entry what one item is called
   * @param room whether one more fits
   * @param covers what can be the cover; empty but for the whole
   */
  public record Editor(
      String id,
      Level level,
      Text name,
      Optional<Text> help,
      List<Field> fields,
      List<Text> findings,
      List<Item> items,
      Text entry,
      boolean room,
      Optional<Covers> covers) {
    public Editor {
      fields = List.copyOf(fields);
      findings = List.copyOf(findings);
      items = List.copyOf(items);
    }
  }

  /**
   * The cover.
   *
   * @param choices pages of what is shown
   * @param sheet the chosen one, on which a part can be marked
   * @param region the name of the field that says which part
   */
  public record Covers(List<CoverChoice> choices, Optional<Image> sheet, String region) {
    public Covers {
      choices = List.copyOf(choices);
    }
  }

  /**
   * @param take the operation that makes it the cover, or takes it away again
   */
  public record CoverChoice(String take, Text label, Image image, boolean chosen) {}

  /**
   * @param shown what it stands for
   * @param sheet the page on which a part can be marked
   * @param region the name of the field that says which part
   * @param hidden whether visitors do not see it, because it shows what is not public
   */
  public record Item(
      String id,
      List<Field> fields,
      Optional<Text> shown,
      Optional<Image> sheet,
      String region,
      boolean hidden) {
    public Item {
      fields = List.copyOf(fields);
    }
  }

  public record BlockKind(String name, Text label, Text help) {}

  /**
   * The search beside the outline.
   *
   * @param people whether persons are looked for
   * @param page of what was found, from 1
   * @param pages that there are
   */
  public record Finder(
      String query,
      boolean people,
      List<Found> found,
      long total,
      int page,
      int pages,
      Optional<Text> notice,
      Optional<Borrowing> borrowing) {
    public Finder {
      found = List.copyOf(found);
    }
  }

  /**
   * What is taken in from other institutions by their manifests.
   *
   * @param partners the servers from which a manifest can be fetched by its address
   * @param address as typed
   * @param manifest as pasted
   * @param refused why it could not be taken in
   * @param notes what was left out of what was taken in
   */
  public record Borrowing(
      List<String> partners,
      String address,
      String manifest,
      List<Text> refused,
      List<Text> notes) {
    public Borrowing {
      partners = List.copyOf(partners);
      refused = List.copyOf(refused);
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param take the operation that puts it into the draft
   * @param used whether it is in the draft already
   */
  public record Found(
      String take,
      Text title,
      List<Text> facts,
      Optional<Image> image,
      Optional<Publication> publication,
      boolean used) {
    public Found {
      facts = List.copyOf(facts);
    }
  }

  public BuilderView {
    faults = List.copyOf(faults);
    sections = List.copyOf(sections);
    blocks = List.copyOf(blocks);
  }

  public boolean isEmpty() {
    return sections.isEmpty();
  }

  @Override
  public String template() {
    return "builder";
  }
}

package cn.lantai.selection;

import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a block is: the one place that says which fields its items have and what must be right about
 * them. Forms, checks, tables and RDF follow it. A new type is a class like the ones beside this, a
 * line in {@link BlockTypes} and a term in the application profile.
 */
public abstract class BlockType {

  private final String slug;
  private final LocalizedText label;
  private final LocalizedText help;
  private final LocalizedText entry;
  private final int fewest;
  private final int most;
  private final Map<ItemField, Use> uses = new LinkedHashMap<>();

  /**
   * That items have a field.
   *
   * @param required whether a page cannot show the item without it
   */
  public record Use(ItemField field, LocalizedText label, boolean required) {}

  /** How many items a block has. */
  protected record Range(int fewest, int most) {}

  /**
   * @param slug the term that says it in RDF; the profile has its labels
   * @param help what it is good for, in one sentence
   * @param entry what one item of it is called
   */
  protected BlockType(String slug, LocalizedText help, LocalizedText entry, Range items) {
    this.slug = slug;
    this.label = LocalizedText.of(Lt.label(slug, "zh"), Lt.label(slug, "en"));
    this.help = help;
    this.entry = entry;
    this.fewest = items.fewest();
    this.most = items.most();
  }

  protected final void uses(ItemField... fields) {
    for (ItemField field : fields) {
      uses.put(field, new Use(field, field.label(), false));
    }
  }

  protected final void requires(ItemField field) {
    uses.put(field, new Use(field, field.label(), true));
  }

  /** The field under a word that fits this type. */
  protected final void calls(ItemField field, String zh, String en) {
    boolean required = use(field).map(Use::required).orElse(false);
    uses.put(field, new Use(field, LocalizedText.of(zh, en), required));
  }

  public final String slug() {
    return slug;
  }

  /** A name that fits into addresses and names of files, such as {@code zoom}. */
  public final String name() {
    return slug.substring(slug.indexOf('-') + 1);
  }

  public final LocalizedText label() {
    return label;
  }

  public final LocalizedText help() {
    return help;
  }

  public final LocalizedText entry() {
    return entry;
  }

  public final int fewest() {
    return fewest;
  }

  public final int most() {
    return most;
  }

  /** The fields of its items, in the order in which they are filled in. */
  public final List<Use> uses() {
    return List.copyOf(uses.values());
  }

  public final Optional<Use> use(ItemField field) {
    return Optional.ofNullable(uses.get(field));
  }

  /** What its items stand for, the usual one first. */
  public List<EntityType> members() {
    return List.of(EntityType.RECORD, EntityType.LOAN);
  }

  public final EntityType member() {
    return members().get(0);
  }

  /** Whether all its items speak of the record that the first one names. */
  public boolean isOfOneRecord() {
    return most == 1;
  }

  public boolean hasHeading() {
    return false;
  }

  public boolean hasIntro() {
    return false;
  }

  public List<Block.Layout> layouts() {
    return List.of();
  }

  /**
   * In tables, where the first row of a block may be its heading: it is one if none of these is
   * filled. Empty if the first row is always an item.
   */
  public Set<ItemField> telling() {
    return Set.of();
  }

  /** Whether in tables the title of the first item is the heading of the block. */
  public boolean isHeadedByFirstItem() {
    return false;
  }

  /** What is to be mended, by number and fields of the items and by the rules of the type. */
  public final List<Finding> findings(Block block) {
    List<Finding> findings = new ArrayList<>();
    int items = block.items().size();
    if (items < fewest) {
      findings.add(
          Finding.ofBlock(
              label.zh() + "至少要有 " + fewest + " " + entry.zh(),
              "At least " + fewest + " needed: " + entry.en().orElseThrow()));
    }
    if (items > most) {
      findings.add(
          Finding.ofBlock(
              label.zh() + "最多 " + most + " " + entry.zh() + "，请分成几块",
              "At most " + most + " fit here; make two blocks of it"));
    }
    for (int i = 0; i < items; i++) {
      for (Use use : uses.values()) {
        if (use.required() && !use.field().isFilled(block.items().get(i))) {
          findings.add(
              Finding.of(
                  i,
                  use.field(),
                  "请填写“" + use.label().zh() + "”，否则观众看不到这一条",
                  "Fill in the " + use.label().en().orElseThrow() + ", or visitors do not see it"));
        }
      }
    }
    findings.addAll(rules(block));
    return findings;
  }

  /** What only this type knows to be wrong. */
  protected List<Finding> rules(Block block) {
    return List.of();
  }

  @Override
  public final String toString() {
    return slug;
  }
}

package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record (件) with its pages.
 *
 * @param facts date, form, extent, shown below the title
 * @param example made up to show how the platform is used; said in a banner
 * @param pages in order; empty for a record without images
 * @param players its recordings, in order
 * @param opening where it is opened
 * @param order how its pages follow each other
 * @param citation the whole reference in the style of the archive
 * @param path from the holder down to the file
 * @param neighbours the record among those beside it in the file, itself included
 * @param relations to persons, places … of which more is said than that they are there
 * @param appearances selections that show it
 */
public record RecordView(
    Text title,
    String code,
    List<Text> facts,
    boolean example,
    List<Leaf> pages,
    List<Player> players,
    Opening opening,
    Order order,
    List<Text> summary,
    List<FieldGroup> fields,
    Text citation,
    List<Level> path,
    List<Level> neighbours,
    List<RelationLine> relations,
    List<Claim> claims,
    Footing footing,
    List<Note> notes,
    List<RecordCard> related,
    List<Card> appearances,
    EntityLinks links)
    implements PageView {
  public RecordView {
    Objects.requireNonNull(title);
    Objects.requireNonNull(code);
    Objects.requireNonNull(order);
    facts = List.copyOf(facts);
    pages = List.copyOf(pages);
    players = List.copyOf(players);
    summary = List.copyOf(summary);
    fields = List.copyOf(fields);
    Objects.requireNonNull(citation);
    path = List.copyOf(path);
    neighbours = List.copyOf(neighbours);
    relations = List.copyOf(relations);
    claims = List.copyOf(claims);
    Objects.requireNonNull(footing);
    notes = List.copyOf(notes);
    related = List.copyOf(related);
    appearances = List.copyOf(appearances);
    Objects.requireNonNull(links);
    if (opening.current() > 0 && opening.current() >= pages.size()) {
      throw new IllegalArgumentException("There is no page " + opening.current());
    }
  }

  @Override
  public String template() {
    return "record";
  }

  public Optional<Leaf> page() {
    return pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(current()));
  }

  public int current() {
    return opening.current();
  }

  /**
   * The page and the part of it at which a reader opens a record.
   *
   * @param current index into {@link RecordView#pages}, 0 where there are none
   * @param region what the address points at
   * @param lost the address points at a part that the page does not have
   */
  public record Opening(int current, Optional<Region> region, boolean lost) {
    public Opening {
      Objects.requireNonNull(region);
      if (current < 0) {
        throw new IllegalArgumentException("There is no page " + current);
      }
    }

    public static Opening at(int current) {
      return new Opening(current, Optional.empty(), false);
    }
  }

  /**
   * How pages follow each other.
   *
   * @param direction such as {@code right-to-left}, where the next page is to the left
   * @param joined whether they are pieces of one long sheet
   * @param openings of what is bound, for each page the number of the opening on which it lies;
   *     empty where pages do not face each other
   */
  public record Order(String direction, boolean joined, List<Integer> openings) {

    public static final Order USUAL = new Order("left-to-right", false, List.of());

    public Order {
      Objects.requireNonNull(direction);
      openings = List.copyOf(openings);
    }

    /** Whether on some opening two pages lie side by side. */
    public boolean isFacing() {
      return openings.stream().distinct().count() < openings.size();
    }

    public boolean isFromTheRight() {
      return direction.equals("right-to-left");
    }
  }

  /**
   * One page of the record.
   *
   * @param number of the page, from 1; of some records not all pages are scanned
   * @param label short, such as {@code 1} or {@code 封}
   * @param href this record opened at this page
   * @param canvas the IRI of its canvas in IIIF manifests
   * @param tours how selections lead over it
   */
  public record Leaf(
      int number,
      Text label,
      String href,
      Optional<Image> image,
      String canvas,
      Optional<Transcript> transcript,
      List<Tour> tours) {
    public Leaf {
      Objects.requireNonNull(label);
      Objects.requireNonNull(href);
      Objects.requireNonNull(image);
      Objects.requireNonNull(canvas);
      Objects.requireNonNull(transcript);
      tours = List.copyOf(tours);
    }

    /** This page opened at a part of it. */
    public String at(Region region) {
      return href + (href.contains("?") ? "&" : "?") + "region=" + region;
    }
  }

  /** The guided look that a selection takes at a page. */
  public record Tour(Link selection, List<ZoomBlock.Step> steps) {
    public Tour {
      Objects.requireNonNull(selection);
      steps = List.copyOf(steps);
    }
  }

  /** A step of the way from the holder to the record. */
  public record Level(Link link, Optional<Text> remark, boolean current) {
    public Level {
      Objects.requireNonNull(link);
      Objects.requireNonNull(remark);
    }
  }
}

package cn.lantai.server.site.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The links by which people without an account see something before it is public.
 *
 * @param path of this page
 * @param subject where it is edited
 * @param version that a new link is to show
 * @param writer of that version
 * @param open whether this version may be shown to people without an account
 * @param missing how many records that a selection shows are not public, and so left out
 * @param images how many of its own pages are shown
 * @param longest for how many days a link can be made
 * @param made where a new link leads on this server, which is told this once
 * @param refused whether a link was to be made, and could not be
 */
public record PreviewLinksView(
    Text title,
    Kind kind,
    String path,
    String subject,
    long version,
    String writer,
    Instant written,
    boolean open,
    int missing,
    int images,
    int longest,
    List<Row> links,
    Optional<String> made,
    boolean refused)
    implements PageView {

  public PreviewLinksView {
    links = List.copyOf(links);
  }

  @Override
  public String template() {
    return "preview-links";
  }

  /**
   * @param label for whom it is
   * @param over whether its time is over
   * @param mayEnd whether who looks can withdraw it
   */
  public record Row(
      long id,
      String label,
      long version,
      String by,
      Instant endsAt,
      Optional<String> endedBy,
      boolean over,
      Optional<LocalDate> usedOn,
      boolean mayEnd) {}
}

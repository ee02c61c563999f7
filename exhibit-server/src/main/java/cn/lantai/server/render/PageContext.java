package cn.lantai.server.render;

import cn.lantai.server.rights.Permission;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a page needs to know about the request beside its content. Together with the view it decides
 * every byte of the page, so all of it belongs into a cache key.
 *
 * @param theme a name that {@link Themes} knows; an unknown one falls back to the default theme
 * @param address path and query as asked for, without {@code lang}, {@code theme} and {@code
 *     scheme}, still encoded
 * @param baseUrl scheme, host and port under which the site is public, without a slash at the end
 * @param user who is signed in
 * @param permissions what who is signed in may do somewhere
 * @param csrf the token for the sign-out form; empty where nobody is signed in
 * @param news how many notices there are that who is signed in has not seen
 * @param preview if it is shown to somebody before it is public
 */
public record PageContext(
    Language language,
    String theme,
    Scheme scheme,
    String address,
    String baseUrl,
    Optional<String> user,
    Set<Permission> permissions,
    String csrf,
    int news,
    Optional<Preview> preview) {

  /** What stands on a page that is shown to somebody before it is public. */
  public record Preview(Instant until) {}

  public PageContext(
      Language language,
      String theme,
      Scheme scheme,
      String address,
      String baseUrl,
      Optional<String> user,
      Set<Permission> permissions,
      String csrf,
      int news) {
    this(
        language, theme, scheme, address, baseUrl, user, permissions, csrf, news, Optional.empty());
  }

  public PageContext {
    Objects.requireNonNull(language);
    Objects.requireNonNull(theme);
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(baseUrl);
    Objects.requireNonNull(user);
    permissions = Set.copyOf(permissions);
    Objects.requireNonNull(csrf);
    if (!address.startsWith("/")) {
      throw new IllegalArgumentException("An address starts at the root: " + address);
    }
  }

  public static PageContext anonymous(Language language, String address, String baseUrl) {
    return new PageContext(
        language, Themes.DEFAULT, Scheme.AUTO, address, baseUrl, Optional.empty(), Set.of(), "", 0);
  }

  /** The same for a page that is not public yet. */
  public PageContext as(Preview shown) {
    return new PageContext(
        language,
        theme,
        scheme,
        address,
        baseUrl,
        user,
        permissions,
        csrf,
        news,
        Optional.of(shown));
  }

  /** Whether the page offers what takes this permission. */
  public boolean may(String permission) {
    return permissions.contains(Permission.valueOf(permission));
  }

  /** This page with a setting changed, such as {@code with("lang", "en")}. */
  public String with(String setting, String value) {
    return address + (address.contains("?") ? "&" : "?") + setting + "=" + value;
  }

  public String path() {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }

  /** The first step of the path, which is the entry of the main menu that the page belongs to. */
  public String section() {
    String[] steps = path().split("/", 3);
    return steps.length > 1 ? steps[1] : "";
  }

  public String canonical() {
    return baseUrl + address;
  }
}

package cn.lantai.server.site;

import cn.lantai.server.render.Language;
import cn.lantai.server.render.PageContext;
import cn.lantai.server.render.Scheme;
import cn.lantai.server.render.Themes;
import cn.lantai.server.rights.Permission;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a request for a page says beside its address: language, theme and scheme, by parameter, else
 * by cookie, else (the language) by {@code Accept-Language}.
 */
final class PageRequest {

  private static final List<String> SETTINGS = List.of("lang", "theme", "scheme");

  private final UriInfo uri;
  private final HttpHeaders headers;
  private final Themes themes;

  PageRequest(UriInfo uri, HttpHeaders headers, Themes themes) {
    this.uri = uri;
    this.headers = headers;
    this.themes = themes;
  }

  PageContext context(String baseUrl) {
    return context(baseUrl, Optional.empty(), Set.of(), "", 0);
  }

  PageContext context(
      String baseUrl, Optional<String> user, Set<Permission> permissions, String csrf, int news) {
    return new PageContext(
        language(),
        setting("theme").filter(themes::knows).orElse(Themes.DEFAULT),
        setting("scheme").flatMap(Scheme::of).orElse(Scheme.AUTO),
        address(),
        baseUrl,
        user,
        permissions,
        csrf,
        news);
  }

  private Language language() {
    return setting("lang").flatMap(Language::of).orElseGet(this::acceptedLanguage);
  }

  private Language acceptedLanguage() {
    for (Locale locale : headers.getAcceptableLanguages()) {
      Optional<Language> language = Language.of(locale.getLanguage());
      if (language.isPresent()) {
        return language.get();
      }
    }
    return Language.ZH;
  }

  private Optional<String> setting(String name) {
    return Optional.ofNullable(uri.getQueryParameters().getFirst(name))
        .or(() -> Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue));
  }

  /** Path and query without the settings, so that all settings of a page share one address. */
  private String address() {
    UriBuilder builder = uri.getRequestUriBuilder().scheme(null).host(null).port(-1);
    SETTINGS.forEach(name -> builder.replaceQueryParam(name, (Object[]) null));
    URI address = builder.build();
    String query = address.getRawQuery();
    return address.getRawPath() + (query == null || query.isEmpty() ? "" : "?" + query);
  }

  /** Cookies for the settings that came as parameters, so that they last. */
  List<NewCookie> cookies() {
    List<NewCookie> cookies = new ArrayList<>();
    for (String name : SETTINGS) {
      String value = uri.getQueryParameters().getFirst(name);
      if (value != null && isValid(name, value)) {
        cookies.add(
            new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(365 * 24 * 3600)
                .sameSite(NewCookie.SameSite.LAX)
                .build());
      }
    }
    return cookies;
  }

  private boolean isValid(String name, String value) {
    return switch (name) {
      case "lang" -> Language.of(value).isPresent();
      case "theme" -> themes.knows(value);
      default -> Scheme.of(value).isPresent();
    };
  }
}

package cn.lantai.server.site;

import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.ContentSecurity;
import cn.lantai.server.render.Language;
import cn.lantai.server.render.Origins;
import cn.lantai.server.render.PageContext;
import cn.lantai.server.render.Renderer;
import cn.lantai.server.render.Themes;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.PageView;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Renders pages and keeps the public ones, under everything that decides their bytes: address,
 * language, theme, scheme, the day, the state of the public stage and of its index, and when things
 * open and close. A publication changes them, so nothing needs to be purged.
 */
@ApplicationScoped
public class Pages {

  private static final long CACHE_BYTES = 64L << 20;
  private static final String VARY = "Accept-Language, Cookie";
  private static final String CONTENT_SECURITY = "Content-Security-Policy";

  @Inject GraphStore stage;
  @Inject StageIndex index;
  @Inject Addresses addresses;
  @Inject Themes themes;
  @Inject Renderer renderer;
  @Inject Visitor visitor;
  @Inject Bell bell;
  @Inject OpeningTimes times;

  private final Cache<Key, Page> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Key key, Page page) -> page.html().length)
          .build();

  private record Key(PageContext context, long graph, long index, long times, LocalDate day) {}

  private record Page(byte[] html, EntityTag tag, String policy) {}

  /**
   * A public page.
   *
   * @param view makes the page's view from the public stage; empty if there is no such page
   */
  Optional<Response> show(
      UriInfo uri, HttpHeaders headers, Request request, Function<Site, Optional<PageView>> view) {
    PageRequest asked = new PageRequest(uri, headers, themes);
    PageContext context = asked.context(baseUrl());
    Key key =
        new Key(
            context,
            stage.changed(),
            index.changed(),
            times.changed(),
            LocalDate.now(ZoneId.systemDefault()));
    Page page = cache.getIfPresent(key);
    if (page == null) {
      Optional<PageView> made =
          stage.read(
              data ->
                  view.apply(
                      new Site(
                          data.getDefaultGraph(), index, context.language(), addresses, times)));
      if (made.isEmpty()) {
        return Optional.empty();
      }
      byte[] html = renderer.render(made.get(), context);
      page = new Page(html, tag(html), policy(made.get()));
      cache.put(key, page);
    }
    return Optional.of(response(request, page, context, asked));
  }

  /** A page that is made for one reader and never kept. */
  public Response own(
      int status,
      PageView view,
      UriInfo uri,
      HttpHeaders headers,
      Optional<String> user,
      String csrf) {
    PageRequest asked = new PageRequest(uri, headers, themes);
    PageContext context =
        asked.context(
            baseUrl(),
            user,
            user.isPresent() ? visitor.permissions() : Set.of(),
            csrf,
            user.isPresent() ? bell.unseen() : 0);
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return html(Response.status(status), context, asked)
        .header(CONTENT_SECURITY, policy(view))
        .entity(renderer.render(view, context))
        .cacheControl(never)
        .build();
  }

  /**
   * A page that is shown to somebody before it is public: kept by nobody, and found by no search
   * engine.
   *
   * @param page makes its bytes; empty if there is no such page
   */
  public Optional<Response> preview(
      UriInfo uri,
      HttpHeaders headers,
      PageContext.Preview preview,
      Function<PageContext, Optional<Previews.Rendered>> page) {
    PageRequest asked = new PageRequest(uri, headers, themes);
    PageContext context = asked.context(baseUrl()).as(preview);
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return page.apply(context)
        .map(
            html ->
                html(Response.ok(html.html()), context, asked)
                    .header(
                        CONTENT_SECURITY,
                        ContentSecurity.showing(ContentSecurity.POLICY, html.origins()))
                    .cacheControl(never)
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Robots-Tag", "noindex, nofollow")
                    .build());
  }

  /** The site over a state of the public stage, in the reader's language. */
  Site site(DatasetGraph data, UriInfo uri, HttpHeaders headers) {
    return new Site(data.getDefaultGraph(), index, language(uri, headers), addresses, times);
  }

  public Language language(UriInfo uri, HttpHeaders headers) {
    return new PageRequest(uri, headers, themes).context(baseUrl()).language();
  }

  private static String policy(PageView view) {
    return ContentSecurity.showing(ContentSecurity.POLICY, Origins.of(view));
  }

  private static Response response(
      Request request, Page page, PageContext context, PageRequest asked) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(page.tag());
    Response.ResponseBuilder builder = unchanged != null ? unchanged : Response.ok(page.html());
    CacheControl revalidate = new CacheControl();
    revalidate.setNoCache(true);
    revalidate.setNoTransform(false);
    return html(builder, context, asked)
        .header(CONTENT_SECURITY, page.policy())
        .tag(page.tag())
        .cacheControl(revalidate)
        .build();
  }

  private static Response.ResponseBuilder html(
      Response.ResponseBuilder builder, PageContext context, PageRequest asked) {
    asked.cookies().forEach(builder::cookie);
    return builder
        .type("text/html;charset=UTF-8")
        .header(HttpHeaders.CONTENT_LANGUAGE, context.language().tag())
        .header(HttpHeaders.VARY, VARY);
  }

  private String baseUrl() {
    return addresses.base().substring(0, addresses.base().length() - 1);
  }

  /** Weak, because the server may compress the page on its way. */
  private static EntityTag tag(byte[] html) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(html);
      return new EntityTag(HexFormat.of().formatHex(digest, 0, 12), true);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

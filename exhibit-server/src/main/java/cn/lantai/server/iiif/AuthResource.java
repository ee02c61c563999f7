package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.server.linkeddata.OpenData;
import cn.lantai.server.recordings.PublicRecordings;
import cn.lantai.server.render.ContentSecurity;
import cn.lantai.server.security.ImagePasses;
import cn.lantai.server.security.ImagePasses.Pass;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.ImageAccessView;
import cn.lantai.server.site.view.ImageAccessView.Message;
import cn.lantai.server.site.view.ImageAccessView.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The services of the IIIF Authorization Flow API 2.0 for images that are only for those who have
 * signed in. Signing in itself is that of the site.
 */
@Path("iiif/auth")
@RequestScoped
public class AuthResource {

  private static final String BEARER = "Bearer ";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}\\])(?::[0-9]{1,5})?");
  private static final int LONGEST_MESSAGE_ID = 200;

  @Inject ImageCatalogue catalogue;
  @Inject ImagePasses passes;
  @Inject PublicRecordings recordings;
  @Inject PublicBase base;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  /** Opened in a window of its own; leads to the sign-in form and back. */
  @GET
  @Path("access")
  public Response access(@QueryParam("origin") @DefaultValue("") String origin) {
    if (request.getUserPrincipal() == null) {
      String here = "/iiif/auth/access?origin=" + encode(origin);
      return Response.seeOther(URI.create("/signin?next=" + encode(here))).build();
    }
    Pass pass = passes.issue(passes.ofCookie(request), valid(origin));
    return page(Outcome.GRANTED, Optional.empty())
        .header(HttpHeaders.SET_COOKIE, passes.setCookie(pass))
        .build();
  }

  /**
   * Opened in a frame. The token goes to the page around it by a message that the browser gives to
   * no other origin, and only to an origin for which the reader has been at the access service.
   */
  @GET
  @Path("token")
  public Response token(
      @QueryParam("messageId") @DefaultValue("") String messageId,
      @QueryParam("origin") @DefaultValue("") String origin) {
    Optional<String> target = valid(origin);
    if (target.isEmpty()) {
      return page(Outcome.REFUSED, Optional.empty()).status(400).build();
    }
    Optional<Pass> pass = passes.ofCookie(request);
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("@context", AuthServices.CONTEXT)
            .add("messageId", messageId);
    Outcome outcome = Outcome.REFUSED;
    if (messageId.isEmpty() || messageId.length() > LONGEST_MESSAGE_ID) {
      refuse(answer, "invalidRequest");
    } else if (pass.isEmpty()) {
      refuse(answer, brings(ImagePasses.COOKIE) ? "expiredAspect" : "missingAspect");
    } else if (!pass.get().origins().contains(target.get())) {
      refuse(answer, "invalidOrigin");
    } else {
      answer
          .add("type", "AuthAccessToken2")
          .add("accessToken", pass.get().token())
          .add("expiresIn", ImagePasses.VALID.toSeconds());
      outcome = Outcome.GRANTED;
    }
    // The page has a policy already, and a browser obeys both.
    return page(outcome, Optional.of(new Message(answer.build().toString(), target.get())))
        .header("Content-Security-Policy", null)
        .header(
            "Content-Security-Policy",
            ContentSecurity.POLICY.replace(
                "frame-ancestors 'none'", "frame-ancestors " + target.get()))
        .build();
  }

  /** Whether the one with this token would get the image; always with status 200. */
  @GET
  @Path("probe/{key}")
  @OpenData
  public Response probe(@PathParam("key") String key) {
    ImageCatalogue.Finding finding = catalogue.find(key, asker());
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("@context", AuthServices.CONTEXT)
            .add("type", "AuthProbeResult2");
    if (finding instanceof Found found && found.readable()) {
      answer.add("status", 200);
    } else if (finding instanceof Found found) {
      answer.add("status", 401).add("heading", AuthServices.HEADING).add("note", AuthServices.NOTE);
      found
          .substitute()
          .ifPresent(
              other -> answer.add("substitute", Json.createArrayBuilder().add(substitute(other))));
    } else {
      answer
          .add("status", finding instanceof Gone ? 410 : 404)
          .add("heading", AuthServices.UNKNOWN);
    }
    return Response.ok(answer.build().toString(), "application/json")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The same for a recording. */
  @GET
  @Path("probe/recording/{key}")
  @OpenData
  public Response probeRecording(@PathParam("key") String key) {
    PublicRecordings.Finding finding = recordings.find(key);
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("@context", AuthServices.CONTEXT)
            .add("type", "AuthProbeResult2");
    if (finding.recording().isEmpty()) {
      answer.add("status", finding.gone() ? 410 : 404).add("heading", AuthServices.NO_RECORDING);
    } else if (finding.audience().admits(asker())) {
      answer.add("status", 200);
    } else {
      answer
          .add("status", 401)
          .add("heading", AuthServices.PLAY_HEADING)
          .add("note", AuthServices.PLAY_NOTE);
    }
    return Response.ok(answer.build().toString(), "application/json")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @OPTIONS
  @Path("probe/{key:(recording/)?[^/]+}")
  public Response options() {
    return Response.noContent()
        .header("Allow", "GET, HEAD, OPTIONS")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
        .header("Access-Control-Allow-Headers", "Authorization, Accept")
        .header("Access-Control-Max-Age", "86400")
        .build();
  }

  /** Takes the pass away. The session of the site goes on; its own form ends it. */
  @GET
  @Path("logout")
  public Response logout() {
    passes.ofCookie(request).ifPresent(passes::revoke);
    return page(Outcome.LEFT, Optional.empty())
        .header(HttpHeaders.SET_COOKIE, passes.clearCookie())
        .build();
  }

  private Asker asker() {
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean token =
        authorization != null
            && authorization.startsWith(BEARER)
            && passes.isToken(authorization.substring(BEARER.length()).strip());
    return token ? Asker.SIGNED_IN : Asker.ANYONE;
  }

  private JsonObject substitute(String key) {
    ImageAddress address = new ImageAddress(base.url(), ApiVersion.V3, key);
    return Json.createObjectBuilder()
        .add("id", address.picture("full/max/0/default.jpg"))
        .add("type", "Image")
        .add("format", "image/jpeg")
        .add("label", AuthServices.REDUCED)
        .add(
            "service",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("id", address.id())
                        .add("type", "ImageService3")
                        .add("profile", "level2")))
        .build();
  }

  private static void refuse(JsonObjectBuilder answer, String profile) {
    answer
        .add("type", "AuthAccessTokenError2")
        .add("profile", profile)
        .add("heading", AuthServices.HEADING)
        .add("note", AuthServices.NOTE);
  }

  private boolean brings(String cookie) {
    return headers.getCookies().containsKey(cookie);
  }

  private Response.ResponseBuilder page(Outcome outcome, Optional<Message> message) {
    return Response.fromResponse(
        pages.own(200, new ImageAccessView(outcome, message), uri, headers, Optional.empty(), ""));
  }

  private static Optional<String> valid(String origin) {
    return Optional.of(origin).filter(text -> ORIGIN.matcher(text).matches());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

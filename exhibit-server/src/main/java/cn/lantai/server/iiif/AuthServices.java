package cn.lantai.server.iiif;

import cn.lantai.media.imageapi.ApiVersion;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * The services of the IIIF Authorization Flow API 2.0 for one image, as image information,
 * manifests and canvases declare them.
 *
 * @param base scheme, host and port as readers see them; no slash at the end
 */
public record AuthServices(String base) {

  /** Stands before the context of the Image or Presentation API, at the beginning of a document. */
  public static final String CONTEXT = "http://iiif.io/api/auth/2/context.json";

  static final JsonObject HEADING = text("登录后可看", "Sign in to see this image");
  static final JsonObject NOTE =
      text("这幅图像只向登录的读者开放。", "This image is open to readers who have signed in.");
  static final JsonObject REDUCED = text("供公众浏览的图像", "Picture for the public");
  static final JsonObject UNKNOWN = text("没有这幅图像", "There is no such image");

  static final JsonObject PLAY_HEADING = text("登录后可播放", "Sign in to play this recording");
  static final JsonObject PLAY_NOTE =
      text("这段音像只向登录的读者开放。", "This recording is open to readers who have signed in.");
  static final JsonObject NO_RECORDING = text("没有这段音像", "There is no such recording");

  /** Stands before the key in the address of the probe. */
  private static final String RECORDING = "recording/";

  /** The value of {@code service} on an image that is only for those who have signed in. */
  public JsonArray forImage(String key) {
    return Json.createArrayBuilder().add(probe(key)).build();
  }

  /** The same on a recording. */
  public JsonArray forRecording(String key) {
    return Json.createArrayBuilder()
        .add(probe(RECORDING + key).add("errorHeading", PLAY_HEADING).add("errorNote", PLAY_NOTE))
        .build();
  }

  /** The same for image information; version 2 has its contexts inside. */
  String json(ApiVersion version, String key) {
    return version == ApiVersion.V3
        ? forImage(key).toString()
        : Json.createArrayBuilder().add(probe(key).add("@context", CONTEXT)).build().toString();
  }

  private JsonObjectBuilder probe(String key) {
    return Json.createObjectBuilder()
        .add("id", base + "/iiif/auth/probe/" + key)
        .add("type", "AuthProbeService2")
        .add("errorHeading", HEADING)
        .add("errorNote", NOTE)
        .add("service", Json.createArrayBuilder().add(access()));
  }

  private JsonObject access() {
    return Json.createObjectBuilder()
        .add("id", base + "/iiif/auth/access")
        .add("type", "AuthAccessService2")
        .add("profile", "active")
        .add("label", text("登录 " + host(), "Sign in to " + host()))
        .add("heading", text("请登录", "Please sign in"))
        .add("note", NOTE)
        .add("confirmLabel", text("登录", "Sign in"))
        .add(
            "service",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("id", base + "/iiif/auth/token")
                        .add("type", "AuthAccessTokenService2"))
                .add(
                    Json.createObjectBuilder()
                        .add("id", base + "/iiif/auth/logout")
                        .add("type", "AuthLogoutService2")
                        .add("label", text("退出 " + host(), "Sign out of " + host()))))
        .build();
  }

  private String host() {
    return base.replaceFirst("^https?://", "");
  }

  private static JsonObject text(String zh, String en) {
    return Json.createObjectBuilder()
        .add("zh-Hans", Json.createArrayBuilder().add(zh))
        .add("en", Json.createArrayBuilder().add(en))
        .build();
  }
}

package cn.lantai.server.security.openid;

import static org.jose4j.jwa.AlgorithmConstraints.ConstraintType.PERMIT;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * An OpenID provider, found by its issuer (OpenID Connect Discovery 1.0). Asks it over HTTP, each
 * time for some seconds at most. Safe for use by many threads.
 */
public final class OpenIdProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration METADATA_LAST = Duration.ofMinutes(10);
  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int LONGEST_SUBJECT = 255;

  /** In seconds. */
  private static final int CLOCK_SKEW = 60;

  /** Neither "none" nor those in which the client's secret would be the key. */
  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          PERMIT,
          RSA_USING_SHA256,
          RSA_USING_SHA384,
          RSA_USING_SHA512,
          RSA_PSS_USING_SHA256,
          RSA_PSS_USING_SHA384,
          RSA_PSS_USING_SHA512,
          ECDSA_USING_P256_CURVE_AND_SHA256,
          ECDSA_USING_P384_CURVE_AND_SHA384,
          ECDSA_USING_P521_CURVE_AND_SHA512,
          EDDSA);

  private final Registration registration;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private volatile Optional<Metadata> metadata = Optional.empty();

  private record Metadata(URI authorization, URI token, URI keys, Instant since) {}

  public OpenIdProvider(Registration registration) {
    this.registration = registration;
  }

  /** Where somebody goes to say who he is. */
  public URI authorization(Attempt attempt, URI callback) throws OpenIdException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("scope", "openid profile email");
    query.put("client_id", registration.client());
    query.put("redirect_uri", callback.toString());
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    URI endpoint = metadata().authorization;
    return URI.create(endpoint + (endpoint.getQuery() == null ? "?" : "&") + form(query));
  }

  /**
   * Who it was that went there and came back with this code.
   *
   * @param callback the same as before
   */
  public Identity identify(String code, Attempt attempt, URI callback) throws OpenIdException {
    Metadata known = metadata();
    JsonObject answer = json(ask(tokenRequest(known.token, code, attempt, callback)));
    String token = answer.getString("id_token", "");
    String keys = ask(HttpRequest.newBuilder(known.keys));
    try {
      return identity(claims(token, keys), attempt);
    } catch (InvalidJwtException | MalformedClaimException | JoseException refused) {
      throw new OpenIdException("The ID token is not accepted: " + refused.getMessage(), refused);
    }
  }

  private HttpRequest.Builder tokenRequest(
      URI endpoint, String code, Attempt attempt, URI callback) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback.toString());
    form.put("code_verifier", attempt.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (registration.secret().isEmpty()) {
      form.put("client_id", registration.client());
    } else {
      // RFC 6749, 2.3.1: both are form-encoded before they are joined.
      String both = encode(registration.client()) + ":" + encode(registration.secret());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII)));
    }
    return request.POST(BodyPublishers.ofString(form(form)));
  }

  /** OpenID Connect Core 1.0, 3.1.3.7. */
  private JwtClaims claims(String token, String keys) throws InvalidJwtException, JoseException {
    return new JwtConsumerBuilder()
        .setExpectedIssuer(registration.issuer().toString())
        .setExpectedAudience(registration.client())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setAllowedClockSkewInSeconds(CLOCK_SKEW)
        .setJwsAlgorithmConstraints(ALGORITHMS)
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
        .build()
        .processToClaims(token);
  }

  private Identity identity(JwtClaims claims, Attempt attempt)
      throws OpenIdException, MalformedClaimException {
    String nonce = Optional.ofNullable(claims.getStringClaimValue("nonce")).orElse("");
    if (!Attempt.isSame(attempt.nonce(), nonce)) {
      throw new OpenIdException("The ID token was made for another sign-in");
    }
    String party = claims.getStringClaimValue("azp");
    if (claims.getAudience().size() > 1 && party == null
        || party != null && !party.equals(registration.client())) {
      throw new OpenIdException("The ID token was made for somebody else");
    }
    if (claims.getSubject().length() > LONGEST_SUBJECT) {
      throw new OpenIdException("The subject is longer than the standard allows");
    }
    return new Identity(registration.issuer() + " " + claims.getSubject(), name(claims));
  }

  private Optional<String> name(JwtClaims claims) throws MalformedClaimException {
    if (registration.claim().isEmpty()) {
      return Optional.empty();
    }
    String claim = registration.claim().get();
    boolean certain =
        !claim.equals("email")
            || Boolean.TRUE.equals(claims.getClaimValue("email_verified", Boolean.class));
    return Optional.ofNullable(claims.getStringClaimValue(claim)).filter(name -> certain);
  }

  private Metadata metadata() throws OpenIdException {
    Optional<Metadata> known =
        metadata.filter(each -> each.since.plus(METADATA_LAST).isAfter(Instant.now()));
    if (known.isPresent()) {
      return known.get();
    }
    URI address =
        URI.create(
            registration.issuer().toString().replaceFirst("/$", "")
                + "/.well-known/openid-configuration");
    JsonObject said = json(ask(HttpRequest.newBuilder(address)));
    if (!said.getString("issuer", "").equals(registration.issuer().toString())) {
      throw new OpenIdException("The provider calls itself " + said.getString("issuer", "nothing"));
    }
    Metadata found =
        new Metadata(
            endpoint(said, "authorization_endpoint"),
            endpoint(said, "token_endpoint"),
            endpoint(said, "jwks_uri"),
            Instant.now());
    metadata = Optional.of(found);
    return found;
  }

  private static URI endpoint(JsonObject metadata, String name) throws OpenIdException {
    try {
      URI address = URI.create(metadata.getString(name, ""));
      if (Registration.isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // said below
    }
    throw new OpenIdException("The provider gives no safe " + name);
  }

  /** The body of the answer. */
  private String ask(HttpRequest.Builder request) throws OpenIdException {
    HttpRequest asked = request.timeout(PATIENCE).header("Accept", "application/json").build();
    try {
      HttpResponse<InputStream> answer = http.send(asked, BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] body = in.readNBytes(LARGEST_ANSWER + 1);
        if (answer.statusCode() != 200 || body.length > LARGEST_ANSWER) {
          throw new OpenIdException(asked.uri() + " answers " + answer.statusCode());
        }
        return new String(body, StandardCharsets.UTF_8);
      }
    } catch (IOException failure) {
      throw new OpenIdException(asked.uri() + " does not answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OpenIdException("Interrupted", interrupted);
    }
  }

  private static JsonObject json(String body) throws OpenIdException {
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))) {
      return reader.readObject();
    } catch (JsonException unreadable) {
      throw new OpenIdException("The provider's answer is not a JSON object", unreadable);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

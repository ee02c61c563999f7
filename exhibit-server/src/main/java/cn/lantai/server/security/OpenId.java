package cn.lantai.server.security;

import cn.lantai.server.runtime.Settings;
import cn.lantai.server.security.openid.OpenIdProvider;
import cn.lantai.server.security.openid.Registration;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provider at which people sign in, if there is one. */
@ApplicationScoped
public class OpenId {

  static final String PATH = "/signin/openid";
  static final String CALLBACK = PATH + "/callback";

  @Inject Settings settings;

  @Inject
  @ConfigProperty(name = "lantai.openid.issuer")
  Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "lantai.openid.client")
  Optional<String> client;

  @Inject
  @ConfigProperty(name = "lantai.openid.secret")
  Optional<String> secret;

  @Inject
  @ConfigProperty(name = "lantai.openid.claim")
  Optional<String> claim;

  @Inject
  @ConfigProperty(name = "lantai.openid.label")
  Optional<String> label;

  private Optional<OpenIdProvider> provider = Optional.empty();

  @PostConstruct
  void prepare() {
    provider =
        issuer.map(
            at ->
                new OpenIdProvider(
                    new Registration(URI.create(at), client.orElse(""), secret.orElse(""), claim)));
  }

  Optional<OpenIdProvider> provider() {
    return provider;
  }

  /** What it is called on the button; empty without a provider. */
  public Optional<String> label() {
    return provider.map(there -> label.orElseGet(() -> URI.create(issuer.get()).getHost()));
  }

  /** Where it sends people back; it has to know this address. */
  URI callback() {
    return URI.create(settings.baseUrl() + CALLBACK);
  }
}

package cn.lantai.server.render;

import cn.lantai.server.site.view.PageView;
import freemarker.cache.ByteArrayTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Renders views with the templates of a theme. Safe for use by many threads. */
public final class Renderer {
  private static final String TEMPLATES = "templates/";

  private final Themes themes;
  private final Assets assets;
  private final Map<String, Configuration> configurations = new TreeMap<>();
  private final Map<String, Map<Language, Messages>> messages = new TreeMap<>();

  public Renderer(Themes themes, Assets assets) {
    this.themes = themes;
    this.assets = assets;
    for (Theme theme : themes.all()) {
      configurations.put(theme.name(), configuration(theme.name()));
      Map<Language, Messages> words = new EnumMap<>(Language.class);
      for (Language language : Language.values()) {
        words.put(language, new Messages(themes.messages(theme.name(), language), language));
      }
      messages.put(theme.name(), words);
    }
  }

  /** The whole page in UTF-8. Fails before the first byte if a template or message is at fault. */
  public byte[] render(PageView view, PageContext context) {
    Theme theme = themes.get(context.theme());
    Messages words = messages.get(theme.name()).get(context.language());
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("origins", List.copyOf(Origins.of(view)));
    model.put("page", context);
    model.put("theme", theme);
    model.put("themes", themes.all());
    model.put("msg", method(a -> words.get((String) a.get(0), a.subList(1, a.size()))));
    model.put("label", method(a -> words.get(labelKey((Enum<?>) a.get(0)), List.of())));
    model.put("num", method(a -> words.number((Number) a.get(0))));
    model.put("ordinal", method(a -> words.ordinal(((Number) a.get(0)).intValue())));
    model.put("asset", method(a -> assets.url(theme.name(), (String) a.get(0))));
    model.put("instant", method(a -> TIME.format((Instant) a.get(0))));
    ByteArrayOutputStream out = new ByteArrayOutputStream(65536);
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      configurations
          .get(theme.name())
          .getTemplate(view.template() + ".ftlh")
          .process(model, writer);
    } catch (TemplateException e) {
      throw new IllegalStateException("Template at fault: " + view.template(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /** The key of a constant's words, such as {@code Certainty.VERIFIED}. */
  static String labelKey(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }

  private Configuration configuration(String theme) {
    Configuration configuration = new Configuration(ViewWrapper.VERSION);
    configuration.setObjectWrapper(new ViewWrapper());
    configuration.setTemplateLoader(
        new MultiTemplateLoader(
            new TemplateLoader[] {templates(theme), templates(Themes.DEFAULT)}));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    // Templates are read once: what is in memory does not change.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    return configuration;
  }

  private TemplateLoader templates(String theme) {
    ThemeFiles files = themes.filesOf(theme);
    ByteArrayTemplateLoader loader = new ByteArrayTemplateLoader();
    for (String name : files.names()) {
      if (name.startsWith(TEMPLATES)) {
        loader.putTemplate(name.substring(TEMPLATES.length()), files.read(name));
      }
    }
    return loader;
  }

  private interface Call {
    Object with(List<Object> arguments);
  }

  private static TemplateMethodModelEx method(Call call) {
    return arguments -> {
      List<Object> values = new ArrayList<>();
      for (Object argument : arguments) {
        values.add(DeepUnwrap.unwrap((freemarker.template.TemplateModel) argument));
      }
      try {
        return call.with(values);
      } catch (RuntimeException e) {
        throw new TemplateModelException(e.getMessage(), e);
      }
    };
  }
}

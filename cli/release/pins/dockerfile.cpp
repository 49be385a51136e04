#include <algorithm>
#include <map>

#include "base/strings.hpp"
#include "release/pins/pin_format.hpp"
#include "text/readable_text.hpp"

// Dockerfile: the images behind `FROM`. A stage of the same file is none, and an `ARG` in front of
// the first `FROM` may hold the tag.
namespace tizza::release {
namespace {

using Word = std::string_view;

class DockerfileReader {
 public:
  DockerfileReader(const SourcePtr& source, PinSink& sink)
      : source_(source), text_(source->text()), sink_(sink) {
    escape_ = text_.find("# escape=`") == text_start(*source) ? '`' : '\\';
  }

  void read() {
    for (size_t at = text_start(*source_); at < text_.size();) {
      const auto words = take_instruction(at);
      if (words.empty()) continue;
      const std::string name = to_lower(words[0]);
      if (name == "arg" && words.size() > 1 && !has_from_) note_argument(words[1]);
      if (name == "from") read_from(words);
      skip_documents(words, at);
    }
  }

 private:
  /// The words of an instruction, over several lines where the escape character ends one.
  std::vector<Word> take_instruction(size_t& at) const {
    std::vector<Word> words;
    for (bool goes_on = true; goes_on && at < text_.size();) {
      const size_t end = std::min(text_.find('\n', at), text_.size());
      auto line = trim(text_.substr(at, end - at));
      at = end + 1;
      if (line.starts_with('#')) {
        goes_on = !words.empty();
        continue;
      }
      goes_on = line.ends_with(escape_) || (line.empty() && !words.empty());
      if (line.ends_with(escape_)) line.remove_suffix(1);
      add_words(line, words);
    }
    return words;
  }

  static void add_words(std::string_view line, std::vector<Word>& words) {
    while (!(line = trim(line)).empty()) {
      const size_t end = std::min(line.find_first_of(" \t"), line.size());
      words.push_back(line.substr(0, end));
      line = line.substr(end);
    }
  }

  /// `RUN <<EOF`: what follows up to that word is another program's text.
  void skip_documents(const std::vector<Word>& words, size_t& at) const {
    for (Word word : words) {
      if (!word.starts_with("<<") || word.size() < 3) continue;
      word = word.substr(word[2] == '-' ? 3 : 2);
      if (word.starts_with('"') || word.starts_with('\'')) word = word.substr(1, word.size() - 2);
      while (!word.empty() && at < text_.size()) {
        const size_t end = std::min(text_.find('\n', at), text_.size());
        const bool is_end = trim(text_.substr(at, end - at)) == word;
        at = end + 1;
        if (is_end) break;
      }
    }
  }

  static Word without_quotes(Word word) {
    const bool is_quoted =
        word.size() > 1 && (word[0] == '"' || word[0] == '\'') && word.back() == word[0];
    return is_quoted ? word.substr(1, word.size() - 2) : word;
  }

  void note_argument(Word word) {
    const size_t sign = word.find('=');
    if (sign == Word::npos) return;
    arguments_[std::string(word.substr(0, sign))] = without_quotes(word.substr(sign + 1));
  }

  void read_from(const std::vector<Word>& words) {
    has_from_ = true;
    size_t i = 1;
    while (i < words.size() && words[i].starts_with("--")) ++i;  // --platform=…
    if (i >= words.size()) return;
    const Word image = words[i];
    if (i + 2 < words.size() && to_lower(words[i + 1]) == "as") {
      stages_.push_back(to_lower(words[i + 2]));
    }
    const auto is_stage = [&] {
      const auto end = stages_.end() - (i + 2 < words.size() ? 1 : 0);
      return std::find(stages_.begin(), end, to_lower(image)) != end;
    };
    if (image != "scratch" && !is_stage()) read_image(image);
  }

  /// The text behind `$NAME` or `${NAME}` where the file sets it; else the word itself.
  Word value_of(Word word) const {
    if (!word.starts_with('$')) return word;
    auto name = word.substr(1);
    if (name.starts_with('{') && name.ends_with('}')) name = name.substr(1, name.size() - 2);
    const auto found = arguments_.find(std::string(name));
    return found == arguments_.end() ? word : found->second;
  }

  void read_image(Word image) {
    const Word whole = value_of(image);
    Pin pin;
    pin.ecosystem = Ecosystem::kImage;
    pin.at = place_of(source_, image);
    const size_t digest = whole.find('@');
    const auto named = whole.substr(0, digest);
    const size_t slash = named.rfind('/');
    const size_t colon = named.find(':', slash == Word::npos ? 0 : slash);
    pin.name = named.substr(0, colon);
    pin.pin_at = place_of(source_, named.substr(named.size()));
    pin.lead = ":";
    if (colon != Word::npos) pin_to_tag(pin, value_of(named.substr(colon + 1)));
    if (digest != Word::npos) {
      pin.kind = PinKind::kHash;
      pin.pin = whole.substr(digest + 1);
      pin.pin_at = place_of(source_, whole.substr(digest + 1));
    }
    if (pin.name.find('$') != std::string::npos || pin.pin.find('$') != std::string::npos) {
      sink_.add_finding(
          unreadable_pin(pin.at, "the image is computed, so that its pin is unknown"));
      return;
    }
    sink_.add(std::move(pin));
  }

  /// `3.12.1-slim` names a version; `3`, `latest` and `slim` move.
  void pin_to_tag(Pin& pin, Word tag) const {
    pin.pin = tag;
    pin.pin_at = place_of(source_, tag);
    pin.lead.clear();
    size_t begin = tag.starts_with('v') ? 1 : 0;
    const size_t end = std::min(tag.find_first_not_of("0123456789.", begin), tag.size());
    const auto version = tag.substr(begin, end - begin);
    pin.kind = PinKind::kBranch;
    if (version.find('.') == Word::npos || version.starts_with('.')) return;
    pin.kind = PinKind::kTag;
    pin.pin_at = place_of(source_, version);
  }

  const SourcePtr& source_;
  std::string_view text_;
  PinSink& sink_;
  char escape_;
  bool has_from_ = false;
  std::map<std::string, Word> arguments_;
  std::vector<std::string> stages_;
};

Status read(const SourcePtr& source, const FileReader&, PinSink& sink) {
  TIZZA_CHECK(check_readable(source));
  DockerfileReader(source, sink).read();
  return {};
}

bool matches(std::string_view path) {
  return path == "Dockerfile" || path.starts_with("Dockerfile.") || path.ends_with(".dockerfile") ||
         path == "Containerfile";
}

}  // namespace

const PinFormat& dockerfile_pins() {
  static constexpr PinFormat kFormat{"Dockerfile", matches, read};
  return kFormat;
}

}  // namespace tizza::release

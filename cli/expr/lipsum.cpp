#include "expr/lipsum.hpp"

#include "base/strings.hpp"
#include "expr/chance.hpp"
#include "expr/interpreter.hpp"
#include "expr/printing.hpp"

namespace tizza::expr {
namespace {

constexpr std::string_view kWords[] = {
    "amet",   "aqua",    "bonus",  "caseus", "cena",  "civis",   "crusta", "dolor", "domus",
    "elit",   "esse",    "farina", "felix",  "focus", "fugit",   "gustus", "herba", "hora",
    "ignis",  "ipsum",   "labor",  "lacus",  "lorem", "lumen",   "magnus", "mensa", "modus",
    "mollis", "mundus",  "nihil",  "novus",  "oleum", "olla",    "opus",   "ordo",  "panis",
    "pars",   "placet",  "primus", "quies",  "ratio", "rosa",    "rubrum", "sal",   "sapor",
    "semper", "sit",     "solum",  "tempus", "terra", "tomatum", "unda",   "urbs",  "usus",
    "ventus", "veritas", "vinum",  "vita",   "volo",  "vox"};

// A sentence ends after 10 to 20 words, and a comma stands after 3 to 8.
std::string paragraph(Chance& chance, uint64_t count) {
  std::string text;
  uint64_t comma_at = 0, end_at = 0;
  bool starts_sentence = true;
  std::string_view before;
  for (uint64_t i = 0; i < count; ++i) {
    std::string_view word;
    do {
      word = kWords[chance.below(std::size(kWords))];
    } while (word == before);
    before = word;
    if (i == 0) {
      comma_at = 3 + chance.below(6);
      end_at = 10 + chance.below(11);
    }
    if (!text.empty()) text += ' ';
    text += word;
    if (starts_sentence) {
      const size_t first = text.size() - word.size();
      text[first] = static_cast<char>(text[first] - 'a' + 'A');
    }
    starts_sentence = i >= end_at || i + 1 == count;
    if (starts_sentence) {
      text += '.';
      end_at = i + 10 + chance.below(11);
      comma_at = i + 3 + chance.below(6);
    } else if (i >= comma_at) {
      text += ',';
      comma_at = i + 3 + chance.below(6);
    }
  }
  return text.empty() ? "." : text;
}

}  // namespace

Object run_lipsum(Interpreter& vm, Arguments& arguments) {
  static const Signature kSignature{{"n", "html", "min", "max"}};
  const Call call(vm, Object(), "lipsum", kSignature, arguments);
  const int64_t count = call.integer(0, 5);
  const bool is_html = call.flag(1, true);
  const int64_t least = call.integer(2, 20);
  const int64_t most = call.integer(3, 100);
  if (least >= most || least < 0) call.fail("`min` of `lipsum` must be below its `max`");
  constexpr uint64_t kMostBytesOfWord = 9, kStepsAWord = 10;
  std::vector<std::string> paragraphs;
  for (int64_t i = 0; i < count; ++i) {
    const auto words =
        static_cast<uint64_t>(least) + vm.chance().below(static_cast<uint64_t>(most - least));
    vm.heap().charge((1 + words) * kStepsAWord);
    vm.heap().charge_text(words * kMostBytesOfWord);
    paragraphs.push_back(paragraph(vm.chance(), words));
    if (is_html) paragraphs.back() = "<p>" + escape_html(paragraphs.back()) + "</p>";
  }
  return vm.heap().text(join(paragraphs, is_html ? "\n" : "\n\n"), is_html);
}

}  // namespace tizza::expr

using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Forms;

/// <summary>Reads the items of one form in order, and remembers those before, which alone a condition may name.</summary>
internal sealed class FormItemReader(string language)
{
    /// <summary>The information kind of an answer. Ours: FHIR has no word for it.</summary>
    public const string KindExtension = "https://commonground.example/fhir/information-kind";

    /// <summary>The kind that an answer may take when its author puts it before the meeting.</summary>
    public const string ReleasableExtension = "https://commonground.example/fhir/releasable-as";

    private const string Fhir = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly HashSet<string> Known =
    [
        "linkId", "text", "_text", "type", "required", "repeats", "maxLength", "answerOption", "enableWhen", "enableBehavior",
        "item", "extension", "id", "code", "definition",
    ];

    private static readonly HashSet<string> KnownInOption = ["valueCoding", "id", "extension"];

    /// <summary>What a workplace may come to read. Nothing else may be named as the kind of a released answer.</summary>
    private static readonly HashSet<InformationKind> ReadAtTheWorkplace =
        [InformationKind.Work, InformationKind.Environment, InformationKind.Plan];

    /// <summary>What never changes its kind, not even by the author's own hand in a form: it has other, slower doors.</summary>
    private static readonly HashSet<InformationKind> NeverReleased =
    [
        InformationKind.Health, InformationKind.Diary, InformationKind.Assessment, InformationKind.Benefit, InformationKind.Feedback,
    ];

    private readonly Dictionary<string, FormItem> _before = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linkIds = new(StringComparer.Ordinal);

    public IReadOnlyList<FormItem> Items(FormJson parent) => [.. parent.List("item").Where(j => !IsHelp(j)).Select(Item)];

    private FormItem Item(FormJson json)
    {
        json.Allow(Known);
        var linkId = json.NeededText("linkId");
        if (linkId.Length > 0 && !_linkIds.Add(linkId))
            json.Mistake("link-id-twice", linkId, "linkId");
        if (_linkIds.Count == FormReader.MostItems + 1)
            json.Mistake("too-many-items", $"{FormReader.MostItems}");

        var shownWhen = new FormConditionReader(_before).ShownWhen(json);
        var item = new FormItem
        {
            LinkId = linkId,
            Type = Type(json),
            Text = json.NeededWording("text", language),
            Help = json.List("item").FirstOrDefault(IsHelp)?.NeededWording("text", language),
            Required = json.Flag("required"),
            Repeats = json.Flag("repeats"),
            MaxLength = json.Number("maxLength") ?? FormItem.LongestText,
            Minimum = json.Extensions(Fhir + "minValue").FirstOrDefault()?.Number("valueInteger"),
            Maximum = json.Extensions(Fhir + "maxValue").FirstOrDefault()?.Number("valueInteger"),
            Kind = Kind(json, KindExtension),
            ReleasableAs = Kind(json, ReleasableExtension),
            Options = Options(json),
            ShownWhen = shownWhen,
            Items = Items(json),
        };
        Check(json, item);
        _before.TryAdd(linkId, item);
        return item;
    }

    private static void Check(FormJson json, FormItem item)
    {
        if (item.CanBeAnswered && item.Kind is null)
            json.Mistake("kind-missing", item.LinkId);
        if (item.CanBeAnswered && item.Items.Count > 0)
            json.Mistake("questions-under-question", item.LinkId, "item");
        if (item.Type == FormItemType.Group && item.Items.Count == 0)
            json.Mistake("group-empty", item.LinkId);
        if (item.ReleasableAs is { } release && !ReadAtTheWorkplace.Contains(release))
            json.Mistake("release-kind-refused", StableWord.Of(release));
        if (item.ReleasableAs is not null && item.Kind is { } kind && NeverReleased.Contains(kind))
            json.Mistake("kind-never-released", StableWord.Of(kind));

        var isChoice = item.Type is FormItemType.Choice or FormItemType.OpenChoice;
        if (isChoice != item.Options.Count > 0)
            json.Mistake(isChoice ? "options-missing" : "options-not-expected", item.LinkId, "answerOption");
        if (item.Repeats && !isChoice)
            json.Mistake("repeats-not-expected", item.LinkId, "repeats");
        if (item.MaxLength is < 1 or > FormItem.LongestText)
            json.Mistake("max-length-out-of-range", $"{FormItem.LongestText}", "maxLength");
        if (item.Minimum > item.Maximum)
            json.Mistake("range-empty", $"{item.Minimum}-{item.Maximum}");
        foreach (var extension in json.List("extension").Where(ChangesTheQuestion))
            extension.Mistake("unsupported-extension", extension.Text("url")!);
    }

    private static FormItemType Type(FormJson json)
    {
        var word = json.NeededText("type");
        if (StableWord.Read<FormItemType>(word) is { } type)
            return type;
        if (word.Length > 0)
            json.Mistake("unknown-item-type", word, "type");
        return FormItemType.Display;
    }

    private static InformationKind? Kind(FormJson json, string url)
    {
        var extensions = json.Extensions(url).ToList();
        if (extensions.Count == 0)
            return null;
        if (extensions.Count > 1)
            json.Mistake("kind-twice", url);
        var word = extensions[0].NeededText("valueCode");
        var kind = StableWord.Read<InformationKind>(word);
        if (kind is null && word.Length > 0)
            extensions[0].Mistake("unknown-kind", word, "valueCode");
        return kind;
    }

    private List<FormOption> Options(FormJson json)
    {
        var options = new List<FormOption>();
        foreach (var option in json.List("answerOption"))
        {
            option.Allow(KnownInOption);
            if (option.Inner("valueCoding") is not { } coding)
            {
                option.Mistake("coding-expected", "valueCoding");
                continue;
            }

            var code = coding.NeededText("code");
            if (options.Any(o => o.Code == code))
                coding.Mistake("option-twice", code, "code");
            options.Add(new FormOption(code, coding.NeededWording("display", language)));
        }

        return options;
    }

    /// <summary>FHIR's way to write help: an inner display item with the item control <c>help</c>.</summary>
    private static bool IsHelp(FormJson json) => json.Text("type") == "display" && json
        .Extensions(Fhir + "questionnaire-itemControl")
        .SelectMany(e => e.Inner("valueCodeableConcept")?.List("coding") ?? [])
        .Any(coding => coding.Text("code") == "help");

    /// <summary>An extension may be passed over, says FHIR; but not one that hides, fills in or computes.</summary>
    private static bool ChangesTheQuestion(FormJson extension) => extension.Text("url") is { } url
        && (url.EndsWith("questionnaire-hidden", StringComparison.Ordinal) || url.EndsWith("Expression", StringComparison.Ordinal));
}

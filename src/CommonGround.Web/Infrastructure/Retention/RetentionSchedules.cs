using CommonGround.Domain.Retention;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Programmes;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Infrastructure.Retention;

/// <summary>How long what is kept, by country, from <c>content/retention</c>. A file that leaves out a kind, or cites no rule, stops the start.</summary>
public sealed class RetentionSchedules
{
    private readonly Dictionary<string, RetentionSchedule> _byCountry;

    public RetentionSchedules(ProgrammeLibrary content)
        : this(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content", "retention"), "*.yaml").Select(f => (f, File.ReadAllText(f))),
            rule => content.Rules.Find(rule) is not null)
    {
    }

    internal RetentionSchedules(IEnumerable<(string Path, string Text)> files, Func<string, bool> isRule) =>
        _byCountry = files.Select(f => Read(f.Path, f.Text, isRule)).ToDictionary(s => s.Country);

    public IEnumerable<RetentionSchedule> All => _byCountry.Values;

    public RetentionSchedule For(string country) => _byCountry[country];

    private static RetentionSchedule Read(string path, string text, Func<string, bool> isRule)
    {
        var file = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<ScheduleFile>(text);
        var kinds = new Dictionary<InformationKind, Keeping>();
        foreach (var (name, line) in file.Kinds)
            kinds[Enum.TryParse<InformationKind>(name, ignoreCase: true, out var kind) ? kind : throw Refused(path, $"'{name}' is no kind of information.")]
                = Keep(path, name, line, isRule);
        if (Enum.GetValues<InformationKind>().Where(k => !kinds.ContainsKey(k)).ToList() is { Count: > 0 } missing)
            throw Refused(path, $"How long {string.Join(", ", missing)} is kept is missing.");

        foreach (var (name, rule) in new[] { ("remark", file.Remark), ("destroyed-by", file.DestroyedBy ?? file.Remark) })
        {
            if (!isRule(rule))
                throw Refused(path, $"{name} cites '{rule}', which is no rule in content/rules.");
        }

        return new RetentionSchedule(file.Country, kinds, Keep(path, "copies", file.Copies, isRule), file.Remark, file.DestroyedBy);
    }

    private static Keeping Keep(string path, string name, Line line, Func<string, bool> isRule)
    {
        if (!isRule(line.Rule))
            throw Refused(path, $"{name} cites '{line.Rule}', which is no rule in content/rules.");
        if (line.WhileWanted == line.Years is not null || line.Years is < 1 or > 200)
            throw Refused(path, $"{name} needs either 'years: N' (1 to 200) or 'while-wanted: true'.");

        return new Keeping(line.Years, line.Rule);
    }

    private static StartRefusedException Refused(string path, string why) => new($"{path}: {why}");

    private sealed class ScheduleFile
    {
        public string Country { get; set; } = "";
        public string From { get; set; } = "";
        public bool ConfirmedByDataProtectionOfficer { get; set; }
        public Dictionary<string, Line> Kinds { get; set; } = [];
        public Line Copies { get; set; } = new();
        public string Remark { get; set; } = "";
        public string? DestroyedBy { get; set; }
    }

    private sealed class Line
    {
        public int? Years { get; set; }
        public bool WhileWanted { get; set; }
        public string Rule { get; set; } = "";
    }
}

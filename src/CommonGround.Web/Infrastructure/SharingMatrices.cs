using CommonGround.Domain.Sharing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Infrastructure;

/// <summary>The sharing matrix of each country, from <c>content/sharing</c>. One that opens what is never shown stops the start.</summary>
public sealed class SharingMatrices
{
    private readonly Dictionary<string, SharingMatrix> _byCountry;
    private readonly Dictionary<string, string> _intakeRules;
    private readonly Dictionary<string, IReadOnlyList<(DateOnly From, int Days)>> _reminders;
    private readonly Dictionary<string, IReadOnlyList<(DateOnly From, int Days)>> _late;

    public SharingMatrices(IHostEnvironment environment)
        : this(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content", "sharing"), "*.yaml").Select(f => (f, File.ReadAllText(f))))
    {
        _ = environment;
    }

    internal SharingMatrices(IEnumerable<(string Path, string Text)> files)
    {
        var read = files.Select(f => Read(f.Path, f.Text)).ToList();
        _byCountry = read.ToDictionary(r => r.Matrix.Country, r => r.Matrix);
        _intakeRules = read.ToDictionary(r => r.Matrix.Country, r => r.IntakeRule);
        _reminders = read.ToDictionary(r => r.Matrix.Country, r => r.Reminders);
        _late = read.ToDictionary(r => r.Matrix.Country, r => r.Late);
    }

    public SharingMatrix For(string country) => _byCountry[country];

    /// <summary>Null where nothing is said about a country.</summary>
    public SharingMatrix? Find(string country) => _byCountry.GetValueOrDefault(country);

    /// <summary>The rule that a unit's intake rests on in a country: a key of <c>content/rules</c>.</summary>
    public string IntakeRule(string country) => _intakeRules[country];

    /// <summary>How many days before its end a yes is reminded of, as it held on that day: no law sets it.</summary>
    public int RemindDays(string country, DateOnly on) => DaysOn(_reminders[country], on);

    /// <summary>The most that any country reminds ahead.</summary>
    public int RemindDaysAtMost(DateOnly on) => _reminders.Keys.Max(country => RemindDays(country, on));

    /// <summary>How many days after its own day a line of the plan that nobody has said anything of comes to the coordinator: no law sets it.</summary>
    public int LateAfterDays(string country, DateOnly on) => DaysOn(_late[country], on);

    private static int DaysOn(IReadOnlyList<(DateOnly From, int Days)> dated, DateOnly on) => dated.Where(r => r.From <= on).OrderBy(r => r.From).LastOrDefault().Days;

    private static (SharingMatrix Matrix, string IntakeRule, IReadOnlyList<(DateOnly From, int Days)> Reminders, IReadOnlyList<(DateOnly From, int Days)> Late) Read(string path, string text)
    {
        var file = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<MatrixFile>(text);
        var hats = new Dictionary<PartyRole, Hat>();
        var cells = new Dictionary<(PartyRole, InformationKind), SharingCell>();
        foreach (var (roleName, row) in file.Roles)
        {
            var role = Name<PartyRole>(roleName, path);
            hats[role] = Name<Hat>(row.Hat, path);
            foreach (var (kindName, basisName) in row.Sees)
            {
                var kind = Name<InformationKind>(kindName, path);
                var basis = Name<SharingBasis>(basisName, path);
                if (role == PartyRole.Supervisor && basis != SharingBasis.Never && SharingMatrix.NeverForWorkplace.Contains(kind))
                    throw new StartRefusedException($"{path}: {kindName} is never shown to a supervisor. Write 'never', or leave the line out.");

                cells[(role, kind)] = new SharingCell(basis, row.Rules.TryGetValue(basisName, out var rule) ? rule : row.Rule);
            }
        }

        return (new SharingMatrix(file.Country, hats, cells) { Emergencies = [.. file.EmergencyAccess.Select(e => Emergency(e, hats, path)).OrderByDescending(e => e.From)] },
            file.IntakeRule, [.. file.RemindBeforeEnd.Select(r => Days(r, "remind-before-end", path))], [.. file.PlanLateAfter.Select(r => Days(r, "plan-late-after", path))]);
    }

    private static EmergencyRule Emergency(EmergencyRow row, Dictionary<PartyRole, Hat> hats, string path)
    {
        var roles = row.Roles.Select(name => Name<PartyRole>(name, path)).ToHashSet();
        var kinds = row.Kinds.Select(name => Name<InformationKind>(name, path)).ToHashSet();
        var matrix = new SharingMatrix("", hats, new Dictionary<(PartyRole, InformationKind), SharingCell>());
        if (roles.FirstOrDefault(role => !SharingPolicy.MayOpenInEmergency(matrix, role)) is var wrong and not default(PartyRole))
            throw new StartRefusedException($"{path}: {wrong} may open nothing in an emergency: it is for care, outside the deciding authority.");
        if (kinds.FirstOrDefault(EmergencyRule.Never.Contains) is var never and not default(InformationKind))
            throw new StartRefusedException($"{path}: {never} is never opened in an emergency.");
        if (row.Hours is < 1 or > EmergencyRule.AtMostHours || row.Unusual is not { ByPerson: > 0, ByUnit: > 0, WithinHours: > 0 })
            throw new StartRefusedException($"{path}: an emergency access says how long it lasts (1 to {EmergencyRule.AtMostHours} hours) and how many are unusual.");
        if (!DateOnly.TryParseExact(row.From, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var from))
            throw new StartRefusedException($"{path}: an emergency access says from which day it holds, as 2026-01-31.");

        return new EmergencyRule(from, roles, kinds, row.Hours, row.Rule, row.Unusual.ByPerson, row.Unusual.ByUnit, row.Unusual.WithinHours);
    }

    private static (DateOnly From, int Days) Days(DaysAhead ahead, string setting, string path) =>
        DateOnly.TryParseExact(ahead.From, "yyyy-MM-dd", out var from) && ahead.Days is >= 0 and <= 365 ? (from, ahead.Days)
        : throw new StartRefusedException($"{path}: {setting} needs a day (from: 2026-01-01) and a number of days from 0 to 365 (days: 14).");

    private static TEnum Name<TEnum>(string text, string path) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new StartRefusedException($"{path}: '{text}' is none of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    private sealed class MatrixFile
    {
        public string Country { get; set; } = "";
        public string IntakeRule { get; set; } = "";
        public string Source { get; set; } = "";
        public bool ConfirmedByDataProtectionOfficer { get; set; }
        public List<DaysAhead> RemindBeforeEnd { get; set; } = [];
        public List<DaysAhead> PlanLateAfter { get; set; } = [];
        public Dictionary<string, Row> Roles { get; set; } = [];
        public List<EmergencyRow> EmergencyAccess { get; set; } = [];
    }

    private sealed class EmergencyRow
    {
        public string From { get; set; } = "";
        public List<string> Roles { get; set; } = [];
        public List<string> Kinds { get; set; } = [];
        public int Hours { get; set; }
        public string? Rule { get; set; }
        public string Source { get; set; } = "";
        /// <summary>What is not settled about it, in words.</summary>
        public string Uncertain { get; set; } = "";
        public UnusualRow? Unusual { get; set; }
    }

    private sealed class UnusualRow
    {
        public int ByPerson { get; set; }
        public int ByUnit { get; set; }
        public int WithinHours { get; set; }
    }

    private sealed class DaysAhead
    {
        public string From { get; set; } = "";
        public int Days { get; set; }
    }

    private sealed class Row
    {
        public string Hat { get; set; } = "";
        public string? Rule { get; set; }
        public Dictionary<string, string> Rules { get; set; } = [];
        public Dictionary<string, string> Sees { get; set; } = [];
    }
}

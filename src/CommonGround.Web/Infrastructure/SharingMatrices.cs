using CommonGround.Domain.Sharing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Infrastructure;

/// <summary>The sharing matrix of each country, from <c>content/sharing</c>. One that opens what is never shown stops the start.</summary>
public sealed class SharingMatrices
{
    private readonly Dictionary<string, SharingMatrix> _byCountry;
    private readonly Dictionary<string, string> _intakeRules;

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
    }

    public SharingMatrix For(string country) => _byCountry[country];

    /// <summary>The rule that a unit's intake rests on in a country: a key of <c>content/rules</c>.</summary>
    public string IntakeRule(string country) => _intakeRules[country];

    private static (SharingMatrix Matrix, string IntakeRule) Read(string path, string text)
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

        return (new SharingMatrix(file.Country, hats, cells), file.IntakeRule);
    }

    private static TEnum Name<TEnum>(string text, string path) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new StartRefusedException($"{path}: '{text}' is none of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    private sealed class MatrixFile
    {
        public string Country { get; set; } = "";
        public string IntakeRule { get; set; } = "";
        public string Source { get; set; } = "";
        public bool ConfirmedByDataProtectionOfficer { get; set; }
        public Dictionary<string, Row> Roles { get; set; } = [];
    }

    private sealed class Row
    {
        public string Hat { get; set; } = "";
        public string? Rule { get; set; }
        public Dictionary<string, string> Rules { get; set; } = [];
        public Dictionary<string, string> Sees { get; set; } = [];
    }
}

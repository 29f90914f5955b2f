using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Infrastructure;

/// <summary>Where someone can turn at once, by country: <c>content/help</c>. Never behind a sign-in that could stand in the way.</summary>
public sealed class HelpContacts
{
    private readonly Dictionary<string, HelpFile> _byCountry = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "content", "help"), "*.yaml")
        .Select(f => new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<HelpFile>(File.ReadAllText(f)))
        .ToDictionary(f => f.Country);

    public IReadOnlyList<HelpContact> For(string country) => _byCountry.TryGetValue(country, out var file) ? file.Contacts : [];

    /// <summary>Of every country that the product knows, in the order of their codes.</summary>
    public IReadOnlyList<(string Country, IReadOnlyList<HelpContact> Contacts)> All =>
        [.. _byCountry.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, (IReadOnlyList<HelpContact>)f.Value.Contacts))];

    private sealed class HelpFile
    {
        public string Country { get; set; } = "";
        public string Checked { get; set; } = "";
        public string Confidence { get; set; } = "";
        public List<HelpContact> Contacts { get; set; } = [];
    }
}

/// <summary>One number to call, when, and who answers: words by language.</summary>
public sealed class HelpContact
{
    public string Number { get; set; } = "";

    public Dictionary<string, string> When { get; set; } = [];

    public Dictionary<string, string> Who { get; set; } = [];
}

using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Features.Demo;

/// <summary>The made-up people, from <c>content/demo</c>.</summary>
public sealed class DemoFile
{
    public List<OrganisationRow> Organisations { get; set; } = [];

    public List<UnitRow> Units { get; set; } = [];

    public List<PersonRow> People { get; set; } = [];

    public static DemoFile Read(string path) =>
        new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance)
            .WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<DemoFile>(File.ReadAllText(path));

    /// <summary>The same id for the same key, each time.</summary>
    public static Guid IdOf(string key) => Ids.Of("demo:" + key);

    public sealed class OrganisationRow
    {
        public string Key { get; set; } = "";
        public OrganisationKind Kind { get; set; }
        public string Country { get; set; } = "";
        public string Name { get; set; } = "";
        /// <summary>Key of the person who answers what citizens ask about who has looked.</summary>
        public string PrivacyOfficer { get; set; } = "";
    }

    public sealed class UnitRow
    {
        public string Key { get; set; } = "";
        public string Organisation { get; set; } = "";
        public string Name { get; set; } = "";
        public string NameToWorkplace { get; set; } = "";
        public string? ExternalId { get; set; }
        public string? Phone { get; set; }
    }

    public sealed class PersonRow
    {
        public string Key { get; set; } = "";
        public string Given { get; set; } = "";
        public string Family { get; set; } = "";
        public string Language { get; set; } = "";
        public string? Email { get; set; }
        public string? Phone { get; set; }
        public string? NationalId { get; set; }
        public string? Unit { get; set; }
        public PartyRole? Role { get; set; }
        public bool Treats { get; set; }
        public bool ProtectedIdentity { get; set; }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>
/// Where the chains ended at one time, to be kept outside: one line of JSON. It names no case and no person: chains by the SHA-256 of
/// their id, entries by their hash.
/// </summary>
/// <param name="V">Of this form.</param>
/// <param name="At">UTC.</param>
/// <param name="Since">The digest of the anchor whose heads still hold where <paramref name="Heads"/> has no other; null where it has all.</param>
/// <param name="Chains">How many there were.</param>
/// <param name="Digest">SHA-256 of a line "log chain position hash" for each chain, in ordinal order, each with its newline.</param>
/// <param name="Heads">Those that were not so before.</param>
public sealed record Anchor(int V, DateTime At, string? Since, int Chains, string Digest, IReadOnlyList<AnchoredHead> Heads)
{
    public const int Version = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<AuditLog>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>An anchor of these heads.</summary>
    /// <param name="before">What the anchor before it holds, if there is one: then only what is other is named.</param>
    public static Anchor Of(IReadOnlyList<AnchoredHead> heads, DateTime at, AnchorState? before = null)
    {
        var now = AnchorState.Of(heads);
        return before is null || before.HasOtherChainsThan(now)
            ? new Anchor(Version, at, null, now.Chains, now.Digest(), heads)
            : new Anchor(Version, at, before.Digest(), now.Chains, now.Digest(), [.. heads.Where(h => !before.Holds(h))]);
    }

    public string Line() => JsonSerializer.Serialize(this, Form);

    /// <summary>Null where the line is no anchor.</summary>
    public static Anchor? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Anchor>(line, Form) is { V: Version } anchor ? anchor : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where one chain ended.</summary>
/// <param name="Chain">SHA-256 of the chain's id, in hex.</param>
/// <param name="Hash">Of the entry at that position, in hex.</param>
public sealed record AnchoredHead(AuditLog Log, string Chain, long Position, string Hash)
{
    public static AnchoredHead Of(ChainHead head) => new(head.Log, NameOf(head.Chain), head.Position, Convert.ToHexStringLower(head.Hash));

    /// <summary>What stands for a chain outside.</summary>
    public static string NameOf(Guid chain) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{chain}")));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Log == AuditLog.Journal ? "journal" : "access")} {Chain} {Position} {Hash}");
}

using System.Security.Cryptography;
using System.Text;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>Where every chain ended when an anchor was made: what its own heads and those before it come to.</summary>
public sealed class AnchorState
{
    private readonly Dictionary<(AuditLog, string), AnchoredHead> _heads = [];

    public int Chains => _heads.Count;

    public static AnchorState Of(IEnumerable<AnchoredHead> heads)
    {
        var state = new AnchorState();
        state.Move(heads);
        return state;
    }

    public void Move(IEnumerable<AnchoredHead> heads)
    {
        foreach (var head in heads)
            _heads[(head.Log, head.Chain)] = head;
    }

    public bool Holds(AnchoredHead head) => _heads.GetValueOrDefault((head.Log, head.Chain)) == head;

    /// <summary>Whether a chain of this state is gone in the other.</summary>
    public bool HasOtherChainsThan(AnchorState later) => _heads.Keys.Any(chain => !later._heads.ContainsKey(chain));

    /// <summary>How many chains are shorter in the other, gone, or as long with another end: what no honest change brings about.</summary>
    public int SetBackIn(AnchorState later) => _heads.Values.Count(head =>
        !later._heads.TryGetValue((head.Log, head.Chain), out var then) || then.Position < head.Position
        || (then.Position == head.Position && then.Hash != head.Hash));

    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in _heads.Values.Select(h => $"{h}\n").Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.ASCII.GetBytes(line));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

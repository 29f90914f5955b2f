using System.Collections.Concurrent;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>All that was anchored, for one verification: each head must still stand in its chain, with the same hash.</summary>
public sealed class AnchoredHeads
{
    private readonly Dictionary<(AuditLog Log, string Chain), AnchoredChain> _chains = [];
    private readonly ConcurrentDictionary<(AuditLog, string), bool> _met = [];

    public AnchoredHeads(IEnumerable<Anchor> anchors)
    {
        foreach (var anchor in anchors)
        {
            (Anchors, LastAt) = (Anchors + 1, anchor.At);
            foreach (var head in anchor.Heads)
            {
                if (!_chains.TryGetValue((head.Log, head.Chain), out var chain))
                    _chains.Add((head.Log, head.Chain), chain = new AnchoredChain(anchor.At));
                chain.Add(head.Position, Convert.FromHexString(head.Hash), anchor.At);
            }
        }

        foreach (var chain in _chains.Values)
            chain.Sort();
    }

    public int Anchors { get; }

    public int Chains => _chains.Count;

    /// <summary>UTC.</summary>
    public DateTime LastAt { get; }

    /// <summary>Forgets what an earlier verification met.</summary>
    internal void Begin() => _met.Clear();

    /// <summary>What was anchored of a chain that is there.</summary>
    internal AnchoredChain? Meet(AuditLog log, Guid chain)
    {
        var name = (log, AnchoredHead.NameOf(chain));
        if (!_chains.TryGetValue(name, out var anchored))
            return null;

        _met[name] = true;
        anchored.Restart();
        return anchored;
    }

    /// <summary>A chain that was anchored and is not there at all.</summary>
    internal AuditFinding? NeverMet()
    {
        foreach (var (name, chain) in _chains)
        {
            if (!_met.ContainsKey(name))
                return new AuditFinding(name.Log, name.Chain, null, AuditFlaw.GoneSinceAnchor, chain.FirstAt);
        }

        return null;
    }
}

/// <summary>What was anchored of one chain, walked along with it.</summary>
internal sealed class AnchoredChain(DateTime firstAt)
{
    private readonly List<(long Position, byte[] Hash, DateTime At)> _heads = [];
    private int _next;

    public DateTime FirstAt => firstAt;

    public void Add(long position, byte[] hash, DateTime at) => _heads.Add((position, hash, at));

    public void Sort() => _heads.Sort((a, b) => a.Position.CompareTo(b.Position));

    public void Restart()
    {
        // A chain without entries has nothing that could be other.
        for (_next = 0; _next < _heads.Count && _heads[_next].Position < 1; _next++)
        {
        }
    }

    /// <summary>When another hash was anchored at this position, or null.</summary>
    public DateTime? Differs(long position, ReadOnlySpan<byte> hash)
    {
        for (; _next < _heads.Count && _heads[_next].Position == position; _next++)
        {
            if (!hash.SequenceEqual(_heads[_next].Hash))
                return _heads[_next].At;
        }

        return null;
    }

    /// <summary>When a later position than the chain's last was anchored, or null.</summary>
    public DateTime? Beyond(long last) => _next < _heads.Count && _heads[_next].Position > last ? _heads[_next].At : null;
}

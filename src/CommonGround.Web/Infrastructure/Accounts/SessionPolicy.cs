using System.Globalization;
using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Infrastructure.Accounts;

/// <summary>How long a session lasts, by day and group: <c>content/accounts/sessions.yaml</c>, read when someone first signs in.</summary>
public sealed class SessionPolicy
{
    private readonly Lazy<List<Entry>> _entries;

    public SessionPolicy()
        : this(Path.Combine(AppContext.BaseDirectory, "content", "accounts", "sessions.yaml"))
    {
    }

    internal SessionPolicy(string path) => _entries = new(() => Read(path));

    /// <summary>The limits of a session that begins on this day.</summary>
    public SessionLimits For(SessionGroup group, DateOnly day)
    {
        var held = _entries.Value.Where(e => e.Day <= day).MaxBy(e => e.Day) ?? _entries.Value.MinBy(e => e.Day)!;
        var limits = held.Groups[StableWord.Of(group)];
        return new SessionLimits(limits.IdleMinutes, TimeSpan.FromHours(limits.Hours));
    }

    private static List<Entry> Read(string path)
    {
        var entries = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<List<Entry>>(File.ReadAllText(path));
        foreach (var entry in entries)
        {
            var missing = Enum.GetValues<SessionGroup>().Where(g => entry.Groups.GetValueOrDefault(StableWord.Of(g)) is not { IdleMinutes: > 0, Hours: > 0 }).ToList();
            if (missing.Count > 0)
                throw new StartRefusedException($"{path}, {entry.From}: idle-minutes and hours are missing for {string.Join(", ", missing.Select(StableWord.Of))}.");
        }

        return entries.Count > 0 ? entries : throw new StartRefusedException($"{path} says nothing.");
    }

    private sealed class Entry
    {
        public string From { get; set; } = "";
        public string Source { get; set; } = "";
        public Dictionary<string, Limits> Groups { get; set; } = [];

        public DateOnly Day => DateOnly.ParseExact(From, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class Limits
    {
        public int IdleMinutes { get; set; }
        public int Hours { get; set; }
    }
}

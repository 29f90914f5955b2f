using System.Net;
using System.Text.RegularExpressions;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Scorecard.EveryLook;

/// <summary>A look that the access log should hold. Null for whoever a list's entry has no case of.</summary>
internal sealed record Expected(bool Permitted, bool Searched, IReadOnlySet<Guid> People, Guid? CaseId);

/// <summary>
/// Whom an answer showed something about, told from the answer alone: by the case that its address names, and on lists by the names and
/// the cases that can be read on it. It knows nothing of how the product notes what it shows.
/// </summary>
internal sealed partial class WhatItShowed
{
    private static readonly string[] AboutNobody = ["/demo", "/sign-in", "/sign-out", "/gallery", "/health", "/language", "/invitation", "/error", "/nothing-yet", "/meetings/closed"];

    private readonly Dictionary<Guid, Guid> _citizens;
    private readonly Dictionary<(string, Guid), Guid> _things;
    private readonly (string Name, Guid Id)[] _names;

    private WhatItShowed(Dictionary<Guid, Guid> citizens, Dictionary<(string, Guid), Guid> things, (string, Guid)[] names) =>
        (_citizens, _things, _names) = (citizens, things, names);

    public static async Task<WhatItShowed> Of(CommonGroundDb db)
    {
        var citizens = await db.Cases.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.CitizenPersonId);
        var episodes = await db.Whole<Episode>().AsNoTracking().Select(e => new { e.Id, e.PersonId }).ToListAsync();
        var notes = await db.Whole<ReceivedCertificate>().AsNoTracking().Where(c => c.PersonId != null).Select(c => new { c.Id, c.PersonId }).ToListAsync();
        var questions = await db.Whole<LookQuestion>().AsNoTracking().Select(q => new { q.Id, q.AuthorPersonId }).ToListAsync();
        var emergencies = await db.Whole<EmergencyAccess>().AsNoTracking().Select(e => new { e.Id, e.CaseId }).ToListAsync();
        var things = episodes.Select(e => (("episodes", e.Id), e.PersonId)).Concat(notes.Select(n => (("sick-notes", n.Id), n.PersonId!.Value)))
            .Concat(questions.Select(q => (("privacy", q.Id), q.AuthorPersonId)))
            .Concat(emergencies.Select(e => (("privacy/emergency", e.Id), citizens[e.CaseId]))).ToDictionary(t => t.Item1, t => t.Item2);
        var shown = citizens.Values.Concat(things.Values).ToHashSet();
        var people = await db.Persons.AsNoTracking().Where(p => shown.Contains(p.Id)).ToListAsync();
        return new WhatItShowed(citizens, things, [.. people.Select(p => (p.Name, p.Id))]);
    }

    /// <summary>Null where the answer is not a look: it carries nothing, or there is nothing to look at.</summary>
    /// <param name="words">All that can be read on it.</param>
    public Expected? Of(string path, string query, HttpStatusCode status, string words)
    {
        if (path == "/" || AboutNobody.Any(p => path.StartsWith(p, StringComparison.Ordinal)) || CarriesNothing(status))
            return null;

        Guid? caseId = InPath().Match(path) is { Success: true } m && Guid.Parse(m.Groups[1].Value) is var id && _citizens.ContainsKey(id) ? id : null;
        if (status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            var about = caseId is { } tried ? _citizens[tried] : Thing(path);
            return about is null ? null : new Expected(false, false, new HashSet<Guid> { about.Value }, caseId);
        }

        if (caseId is { } there)
            return new Expected(true, false, new HashSet<Guid> { _citizens[there] }, there);

        var people = _names.Where(n => words.Contains(n.Name, StringComparison.Ordinal)).Select(n => n.Id)
            .Concat(InAddress().Matches(words).Select(g => Guid.Parse(g.Value)).Where(_citizens.ContainsKey).Select(g => _citizens[g]))
            // Someone whose identity is protected has no name on a list, and is on it nonetheless.
            .Concat(ThingInAddress().Matches(words).Select(m => Thing(m.Value)).Append(Thing(path)).OfType<Guid>()).ToHashSet();
        return people.Count == 0 ? null : new Expected(true, Searches(path, query), people, null);
    }

    private Guid? Thing(string path) => OfUnit().Match(path) is { Success: true } m && _things.TryGetValue((m.Groups[1].Value, Guid.Parse(m.Groups[2].Value)), out var person) ? person : null;

    private static bool Searches(string path, string query) =>
        path is "/episodes" or "/cases" && query.Split('?', '&').Any(q => q.StartsWith("find=", StringComparison.OrdinalIgnoreCase) && Uri.UnescapeDataString(q[5..].Replace('+', ' ')).Trim().Length > 0);

    private static bool CarriesNothing(HttpStatusCode status) =>
        status is HttpStatusCode.NoContent or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized || (int)status is >= 300 and < 400;

    [GeneratedRegex("^/(?:cases|my|work|with)/([0-9a-f-]{36})", RegexOptions.IgnoreCase)]
    private static partial Regex InPath();

    [GeneratedRegex("^/(episodes|sick-notes|privacy|privacy/emergency)/([0-9a-f-]{36})", RegexOptions.IgnoreCase)]
    private static partial Regex OfUnit();

    [GeneratedRegex("/(?:episodes|sick-notes|privacy|privacy/emergency)/[0-9a-f-]{36}", RegexOptions.IgnoreCase)]
    private static partial Regex ThingInAddress();

    [GeneratedRegex("(?<=/(?:cases|my|work|with)/)[0-9a-f-]{36}", RegexOptions.IgnoreCase)]
    private static partial Regex InAddress();
}

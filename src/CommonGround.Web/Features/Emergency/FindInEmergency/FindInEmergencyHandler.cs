using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Emergency.FindInEmergency;

/// <summary>Finds the open case of one person in one unit, for someone who has no part in it and knows who the person is.</summary>
public sealed class FindInEmergencyHandler(CommonGroundDb db)
{
    /// <summary>How many open cases of this name there may be before only a number tells which.</summary>
    private const int TooMany = 2;

    /// <param name="whose">A personal number, or the whole name as it stands. A protected identity is found by number alone.</param>
    /// <returns>The one that there is; nothing where there is none, or where a name is not enough to tell.</returns>
    public async Task<FoundCase?> Find(Guid unitId, string whose, DateOnly today)
    {
        var cases = from c in db.Cases.AsNoTracking()
                    join p in db.Persons on c.CitizenPersonId equals p.Id
                    where c.UnitId == unitId && c.ClosedAt == null
                    select new { c.Id, Citizen = p };
        if (PatientId.Parse(whose, today) is { } number)
        {
            var stored = PeopleByNumber.Stored(number);
            cases = cases.Where(c => c.Citizen.NationalId == stored).IgnoreQueryFilters([CommonGroundDb.IdentityFilter]);
        }
        else
        {
            var keys = WholeName(whose);
            cases = cases.Where(c => keys.Contains(c.Citizen.SearchKey));
        }

        var found = await cases.Take(TooMany).Select(c => new FoundCase(c.Id, c.Citizen.Id)).ToListAsync();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The keys of everyone who is called just so, wherever their first name ends.</summary>
    private static List<string> WholeName(string written)
    {
        var words = PersonNames.Fold(written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(1, Math.Max(0, words.Length - 1)).Select(i => $"{string.Join(' ', words)} {string.Join(' ', words[..i])}")];
    }
}

public sealed record FoundCase(Guid CaseId, Guid CitizenPersonId);

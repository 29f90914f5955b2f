using System.ComponentModel.DataAnnotations;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.SickLeave;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.SickNotes;

/// <summary>Whose it is, as someone writes it in a form: by number, or by name where there is no number.</summary>
public sealed class NamedPerson
{
    [StringLength(30)]
    public string? NationalId { get; set; }

    [StringLength(100)]
    public string? GivenName { get; set; }

    [StringLength(100)]
    public string? FamilyName { get; set; }

    private bool HasName => !string.IsNullOrWhiteSpace(GivenName) && !string.IsNullOrWhiteSpace(FamilyName);

    /// <summary>
    /// The person, found or put down. By name alone nobody is ever taken for someone who is here already: two people may share a name.
    /// </summary>
    /// <returns>The person, or <see cref="NumberUnreadable"/>, <see cref="NumberMistyped"/>, <see cref="NameMissing"/>, <see cref="NameKnownHere"/>.</returns>
    internal async Task<Outcome<Person>> Find(UnitChange change, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(NationalId))
        {
            if (PatientId.Parse(NationalId, today) is not { } number)
                return new NumberUnreadable();
            if (!number.HasRightCheckDigit)
                return new NumberMistyped();

            var stored = PeopleByNumber.Stored(number);
            if (!HasName && !await change.Db.Persons.AnyAsync(p => p.NationalId == stored))
                return new NameMissing();

            return (await PeopleByNumber.Find(change, [number])).Of(number, GivenName ?? "", FamilyName ?? "");
        }

        if (!HasName)
            return new NameMissing();

        var person = PersonNames.WithKeys(new Person { Id = change.NewId(), GivenName = GivenName!.Trim(), FamilyName = FamilyName!.Trim() });
        if (await change.Db.Whole<Episode>().AnyAsync(e => e.UnitId == change.Unit.Id && e.Person!.SearchKey == person.SearchKey))
            return new NameKnownHere();

        change.Db.Persons.Add(person);
        return person;
    }
}

/// <summary>What was written is no personal number.</summary>
public sealed record NumberUnreadable : Error;

/// <summary>The number's check digit is wrong: written by hand, that is a slip.</summary>
public sealed record NumberMistyped : Error;

/// <summary>Nobody is here with this number, so a name is needed too.</summary>
public sealed record NameMissing : Error;

/// <summary>Someone of this name is here: only a number tells whether it is the same person.</summary>
public sealed record NameKnownHere : Error;

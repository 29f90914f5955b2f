using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Sharing;

/// <summary>Someone whom a yes names for the first time.</summary>
internal static class NamedPeople
{
    /// <summary>
    /// The same person only where name and address are both the same: an address alone would let anyone learn whose it is.
    /// </summary>
    public static async Task<Guid> NewOrKnown(CaseChange change, string? givenName, string? familyName, string? mail, string? number)
    {
        var email = mail?.Trim() is { Length: > 0 } written ? written : null;
        var created = PersonNames.WithKeys(new Person
        {
            Id = change.NewId(), GivenName = givenName?.Trim() ?? "", FamilyName = familyName?.Trim() ?? "", Email = email,
            Phone = number?.Trim() is { Length: > 0 } phone ? phone : null,
            Language = await change.Db.Persons.Where(p => p.Id == change.Case.CitizenPersonId).Select(p => p.Language).SingleAsync(),
        });
        if (email is not null
            && await change.Db.Persons.FirstOrDefaultAsync(p => p.SearchKey == created.SearchKey && p.Email == email) is { } known)
        {
            return known.Id;
        }

        change.Db.Persons.Add(created);
        return created.Id;
    }
}

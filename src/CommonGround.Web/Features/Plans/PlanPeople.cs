using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Plans;

/// <summary>The names that a viewer may read, of those who take part or took part.</summary>
public sealed class PlanPeople(IReadOnlyList<Party> parties, SharingMatrix matrix, DateTime now, Texts t)
{
    public Party? Citizen => parties.FirstOrDefault(p => p.Role == PartyRole.Citizen);

    public IReadOnlyList<Party> Active => [.. parties.Where(p => p.IsActive(now))];

    public IReadOnlyList<PlanParty> Planning => [.. Active.Select(p => new PlanParty(p.Id, p.PersonId, p.Role, matrix.HatOf(p.Role)))];

    /// <summary>The name; of whoever has two parts here, with the part.</summary>
    public string NameOf(Guid? partyId) => parties.FirstOrDefault(p => p.Id == partyId) is not { Person.Name: { } name } party ? t["plan.someone"]
        : Active.Count(p => p.PersonId == party.PersonId) > 1 ? t["plan.name-and-role", name, t.LowerFirst(t["role." + party.Role])] : name;

    public string NameOfPerson(Guid? personId) => parties.FirstOrDefault(p => p.PersonId == personId)?.Person?.Name ?? t["plan.someone"];

    public string RoleOf(Guid partyId) => parties.FirstOrDefault(p => p.Id == partyId) is { } party ? t["role." + party.Role] : "";

    /// <summary>Who can see to something.</summary>
    public IReadOnlyList<Choice> Owners => [.. Active.Where(p => p.Person is not null)
        .Select(p => new Choice(p.Id.ToString(), t["plan.name-and-role", p.Person!.Name, t["role." + p.Role]]))];
}

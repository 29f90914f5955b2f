using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Mine;

/// <summary>
/// What citizens say is not right, for the one who answers it: health and function the doctors, the rest the coordinator. Asked in the list over
/// all cases, so that the pages of a case cost no statement more.
/// </summary>
public sealed class RemarksToAnswer(CommonGroundDb db) : IAsk
{
    private static readonly InformationKind[] OfDoctors = [InformationKind.Health, InformationKind.Function];

    private static readonly PartyRole[] Doctors = [PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor];

    public static bool Answers(PartyRole role, InformationKind kind) =>
        OfDoctors.Contains(kind) ? Doctors.Contains(role) : role == PartyRole.Coordinator;

    public async Task<IReadOnlyList<AskedOf>> Of(Guid personId, Guid? caseId, DateTime now)
    {
        if (caseId is not null)
            return [];

        var open = await (
            from remark in db.Remarks.AsNoTracking().Where(r => r.AnsweredAt == null)
            join party in db.Parties.AsNoTracking().Where(p => p.PersonId == personId && p.From <= now && (p.Until == null || p.Until > now))
                on remark.CaseId equals party.CaseId
            select new { remark.Id, remark.CaseId, remark.Kind, remark.Due, remark.SaidAt, party.Role }).ToListAsync();
        return
        [
            .. open.Where(r => Answers(r.Role, r.Kind))
                .Select(r => new AskedOf(r.CaseId, r.Role, "asked.remark", $"/cases/{r.CaseId}/remarks/{r.Id}", r.Due, r.SaidAt)),
        ];
    }
}

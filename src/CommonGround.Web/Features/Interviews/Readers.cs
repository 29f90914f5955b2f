using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Interviews;

/// <summary>Says, before anything is written, who will be able to read it: asked of the policy, in names.</summary>
public sealed class Readers(CommonGroundDb db, SharingMatrices matrices, Texts texts, TimeProvider clock)
{
    /// <param name="place">Whose words they will be: left out of the names, and told apart from whoever leads.</param>
    /// <param name="viewer">Who reads the sentence: those whose names are not theirs to know are called the care team.</param>
    public async Task<Func<InformationKind, string>> For(InterviewPlace place, PartyRole viewer)
    {
        var (caseId, author) = (place.Case.Id, place.Respondent.PersonId);
        var whole = await db.Cases.AsNoTracking().Include(c => c.Consents).AsSingleQuery().SingleAsync(c => c.Id == caseId);
        var parties = await db.Whole<Party>().AsNoTracking().Include(p => p.Person).Where(p => p.CaseId == caseId).OrderBy(p => p.Id).ToListAsync();
        var now = clock.UtcNow();
        var sharing = new CaseSharing(caseId, [.. parties.Select(p => p.Facts())],
            whole.Sharing().Consents, []);
        var matrix = matrices.For(whole.Country);
        return kind =>
        {
            var reading = parties.Where(p => p.PersonId != author && p.IsActive(now)
                && SharingPolicy.Decide(sharing, matrix, new SharingQuestion(p.PersonId, kind, Purpose.Interview, now, PartyId: p.Id)).Permitted).ToList();
            var names = reading.Where(p => SharingPolicy.MaySeeParty(viewer, p.Role)).Select(p => p.Person!.Name)
                .Concat(reading.Exists(p => !SharingPolicy.MaySeeParty(viewer, p.Role)) ? [texts["readers.care-team"]] : []).Distinct().ToList();
            return viewer != place.Respondent.Role ? texts["readers.led", texts.Name(place.Respondent.Person?.Name), string.Join(", ", names)]
                : names.Count == 0 ? texts["readers.nobody"] : texts["readers.these", string.Join(", ", names)];
        };
    }
}

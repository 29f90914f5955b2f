using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>What the route value <c>id</c> of a page names: so that whoever it is about is told of an attempt that was refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AboutAttribute : Attribute
{
    internal abstract Task<Disclosed?> Named(Guid id, CommonGroundDb db, CancellationToken cancel);

    internal static async Task<Disclosed?> OfCase(Guid caseId, CommonGroundDb db, CancellationToken cancel) =>
        await db.Cases.TagWith(Tags.AccessLog).Where(c => c.Id == caseId).Select(c => (Guid?)c.CitizenPersonId).FirstOrDefaultAsync(cancel) is { } citizen
            ? new Disclosed(citizen, caseId, 0) : null;
}

/// <summary>
/// What the address of a request names, by its case or by what its page is about. Taken before the page runs: a refusal is answered
/// under another address.
/// </summary>
internal sealed record NamedInAddress(Guid? CaseId, AboutAttribute? About, Guid? Id)
{
    public static NamedInAddress Of(HttpContext context) => new(
        Guid.TryParse(context.GetRouteValue("caseId") as string, out var caseId) ? caseId : null,
        context.GetEndpoint()?.Metadata.GetMetadata<AboutAttribute>(),
        Guid.TryParse(context.GetRouteValue("id") as string, out var id) ? id : null);

    /// <summary>Whom it is about; null where there is no such thing.</summary>
    public async Task<Disclosed?> Whom(CommonGroundDb db, CancellationToken cancel) =>
        CaseId is { } caseId ? await AboutAttribute.OfCase(caseId, db, cancel)
        : About is not null && Id is { } id ? await About.Named(id, db, cancel) : null;
}

/// <inheritdoc cref="AboutAttribute"/>
public sealed class AboutAttribute<T> : AboutAttribute
    where T : class, IOnCommonGround
{
    internal override async Task<Disclosed?> Named(Guid id, CommonGroundDb db, CancellationToken cancel)
    {
        using var notShown = db.Disclosures?.Pause();
        var row = await db.Whole<T>().TagWith(Tags.AccessLog).AsNoTracking().FirstOrDefaultAsync(r => EF.Property<Guid>(r, nameof(IOnCommonGround.Id)) == id, cancel);
        return row switch
        {
            { CaseId: { } caseId } => await OfCase(caseId, db, cancel),
            IAboutPerson about when about.PersonId != Guid.Empty => new Disclosed(about.PersonId, null, 0),
            _ => null,
        };
    }
}

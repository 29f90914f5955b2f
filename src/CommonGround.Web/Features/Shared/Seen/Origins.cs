using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using HandedOverCopy = CommonGround.Domain.Plans.HandedOverCopy;

namespace CommonGround.Web.Features.Shared.Seen;

/// <summary>Where each text on common ground comes from, and when it came: one wording for every list that a citizen reads.</summary>
/// <param name="rows">All that is listed: a sick note among them is named where its fields are.</param>
/// <param name="names">As <see cref="Names"/> has them.</param>
public sealed class Origins(IEnumerable<IOnCommonGround> rows, Guid citizen, IReadOnlyDictionary<Guid, string> names, Readings readings, Texts t)
{
    private readonly ILookup<Guid, string> _notes = rows.OfType<ReceivedCertificate>().ToLookup(n => n.Id, n => readings.Of(n, t));

    /// <summary>Who wrote it and when; the sick note that says it; null where nobody did and none does.</summary>
    public string? Of(IOnCommonGround row) => row switch
    {
        Remark { AnsweredByPersonId: { } by } remark => t["origin.answered", Said(remark)!, NameOf(by)],
        StoredAnswer { IsWrittenDown: true, AuthorPersonId: { } of } answer => On(
            of == citizen ? t["origin.entered-for-you", NameOf(answer.EnteredByPersonId)] : t["origin.entered-for", NameOf(answer.EnteredByPersonId), NameOf(of)],
            answer.EnteredAt ?? Ids.TimeOf(row.Id)),
        // Whose it is wrote nothing of it.
        HandedOverCopy copy => t["origin.copy", OneOf(copy.HandedByPersonId, "origin.copy.by-you"), OneOf(copy.RecipientPersonId, "origin.copy.to-you"), t.Date(t.LocalDay(copy.HandedAt))],
        { AuthorPersonId: not null } => Said(row),
        ReceivedField field => Note(field.CertificateId),
        ReceivedCertificate or LeavePeriod => t["origin.sick-note"],
        Episode or EpisodeSpan => t["origin.counted"],
        Meeting => t["origin.here"],
        _ => null,
    };

    /// <summary>What a list is under: the kind, but for what a sick note says of the doctor and the clinic, which says nothing of the person.</summary>
    public static string Section(IOnCommonGround row, Texts t) => TellsOfIssuer(row) ? t["seen.issuer"] : KindOf(row, t);

    /// <summary>Its kind; of words about who has looked, that: their kind is another's, to keep them from the other parties.</summary>
    public static string KindOf(IOnCommonGround row, Texts t) => row.Tells is { } kind ? t["kind." + kind] : t["seen.of-looks"];

    public static bool TellsOfIssuer(IOnCommonGround row) => row is ReceivedField field && field.FieldId.StartsWith("issuer.", StringComparison.Ordinal);

    /// <summary>The names that these tell: of who wrote them, who answered, and who handed over.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(CommonGroundDb db, IEnumerable<IOnCommonGround> rows, CancellationToken cancel)
    {
        var people = rows.SelectMany(row => new[] { row.AuthorPersonId, (row as Remark)?.AnsweredByPersonId, (row as StoredAnswer)?.EnteredByPersonId, (row as HandedOverCopy)?.HandedByPersonId }).OfType<Guid>().ToHashSet();
        return (await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancel)).ToDictionary(p => p.Id, p => p.Name);
    }

    private string Note(Guid certificateId) => _notes[certificateId].FirstOrDefault() is { } note ? t["origin.sick-note-of", note] : t["origin.sick-note"];

    private string? Said(IOnCommonGround row)
    {
        var who = row.AuthorPersonId is not { } author ? null : author == citizen ? t["origin.you"] : t["origin.by", NameOf(author)];
        return On(who, Ids.TimeOf(row.Id));
    }

    private string? On(string? who, DateTime? at) => at is { } day ? t["origin.on", who!, t.Date(t.LocalDay(day))] : who;

    private string OneOf(Guid person, string you) => person == citizen ? t[you] : NameOf(person);

    private string NameOf(Guid person) => t.Name(names.GetValueOrDefault(person));
}

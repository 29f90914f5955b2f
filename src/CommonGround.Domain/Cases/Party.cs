using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Cases;

/// <summary>Someone's part in a case, from a date to a date. A person may have several parts, in different roles.</summary>
public sealed class Party : IOnCommonGround
{
    private Party()
    {
    }

    internal Party(Guid id, Guid caseId, Guid personId, PartyRole role, bool treats, DateTime from, string? workplace = null, Guid? organisationId = null)
    {
        Id = id;
        CaseId = caseId;
        PersonId = personId;
        Role = role;
        Treats = treats;
        From = from;
        Workplace = workplace;
        OrganisationId = organisationId;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>Their name and how to reach them; loaded only where the party may be seen.</summary>
    public Person? Person { get; private set; }

    public PartyRole Role { get; private set; }

    /// <summary>Takes part in treating the citizen: what opens health inside care.</summary>
    public bool Treats { get; private set; }

    public DateTime From { get; private set; }

    public DateTime? Until { get; private set; }

    /// <summary>Where they work, as the citizen said it; null where a membership tells.</summary>
    public string? Workplace { get; private set; }

    /// <summary>For which organisation they act here; null for those who act for none.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Who takes part is contact information: for a workplace, shown party by party.</summary>
    public InformationKind Kind { get; private set; } = InformationKind.Contact;

    Guid? IOnCommonGround.CaseId => CaseId;

    Guid? IOnCommonGround.UnitId => null;

    Guid? IOnCommonGround.AuthorPersonId => null;

    public bool IsActive(DateTime at) => From <= at && (Until is null || at < Until);

    /// <summary>Ended, whether or not it had begun.</summary>
    public bool IsOver(DateTime at) => Until <= at;

    internal void End(DateTime at) => Until = at;

    /// <summary>A part that was to begin later begins sooner.</summary>
    internal void BeginBy(DateTime from) => From = from < From ? from : From;

    /// <summary>Notes for whom someone acts here. A supervisor and a companion act for no organisation that others in the case act for.</summary>
    public void ActsFor(Guid organisationId)
    {
        if (!ConsentRecipient.ForNoOrganisation.Contains(Role))
            OrganisationId = organisationId;
    }

    public PartyFacts Facts() => new(Id, PersonId, Role, Treats, From, Until, Workplace, OrganisationId);
}

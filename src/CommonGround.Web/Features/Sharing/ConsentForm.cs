using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommonGround.Web.Features.Sharing;

/// <summary>The fields of a yes, whether asked one by one or on one page.</summary>
public sealed class ConsentForm
{
    public const int LongestText = 200;
    private const string NewPrefix = "new-";

    // The name that pages bind this form under.
    private const string Prefix = "Form.";

    /// <summary>A party's id, or <c>new-Supervisor</c>.</summary>
    public string? Who { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Workplace { get; set; }

    public List<InformationKind> Kinds { get; set; } = [];

    public List<ConsentPurpose> Purposes { get; set; } = [];

    public ConsentLength? Length { get; set; } = ConsentLength.HalfYear;

    public DateOnly? LastDay { get; set; }

    public ConsentStart Start { get; set; }

    public DateOnly? FirstDay { get; set; }

    public ConsentReach Reach { get; set; } = ConsentReach.Party;

    public static string New(PartyRole role) => NewPrefix + role;

    public static ConsentForm Of(ConsentDraft draft) => new()
    {
        Who = draft.PartyId?.ToString() ?? (draft.Role is { } role ? New(role) : null),
        GivenName = draft.GivenName,
        FamilyName = draft.FamilyName,
        Email = draft.Email,
        Phone = draft.Phone,
        Workplace = draft.Workplace,
        Kinds = [.. draft.Kinds ?? []],
        Purposes = [.. draft.Purposes ?? []],
        Length = draft.Length ?? ConsentLength.HalfYear,
        LastDay = draft.LastDay,
        Start = draft.Start,
        FirstDay = draft.FirstDay,
        Reach = draft.Reach,
    };

    /// <summary>What stands, to be changed.</summary>
    /// <param name="firstDay">When it begins, where it has not.</param>
    public static ConsentForm Of(Party party, Consent? standing, DateOnly? lastDay, DateOnly? firstDay = null) => new()
    {
        Start = firstDay is null ? ConsentStart.Now : ConsentStart.Day,
        FirstDay = firstDay,
        Who = party.Id.ToString(),
        Kinds = [.. standing?.Kinds ?? new HashSet<InformationKind>()],
        Purposes = [.. ConsentSetting.PurposesOf(standing?.Purposes)],
        Length = lastDay is null ? ConsentLength.HalfYear : ConsentLength.Same,
        LastDay = lastDay,
        Reach = standing?.Reach ?? ConsentReach.Party,
    };

    /// <summary>Whom it is for; nothing where that cannot be.</summary>
    public (Guid? PartyId, PartyRole Role)? Recipient(ConsentSetting setting)
    {
        if (Who is null)
            return null;
        if (Who.StartsWith(NewPrefix, StringComparison.Ordinal))
            return Enum.TryParse<PartyRole>(Who.AsSpan(NewPrefix.Length), out var role) && ConsentOffer.OnlyByConsent.Contains(role) ? (null, role) : null;

        return Guid.TryParse(Who, out var id) && setting.Others.FirstOrDefault(p => p.Id == id) is { } party ? (party.Id, party.Role) : null;
    }

    public ConsentDraft Draft(ConsentSetting setting) => new()
    {
        PartyId = Recipient(setting)?.PartyId,
        Role = Recipient(setting)?.Role,
        GivenName = GivenName,
        FamilyName = FamilyName,
        Email = Email,
        Phone = Phone,
        Workplace = Workplace,
        Kinds = Kinds,
        Purposes = Purposes,
        Length = Length,
        LastDay = LastDay,
        Start = Start,
        FirstDay = FirstDay,
        Reach = Reach,
    };

    /// <summary>Someone new has a name, and a way to be reached.</summary>
    public void CheckDetails(ModelStateDictionary state, Texts t)
    {
        Require(state, t, nameof(GivenName), GivenName);
        Require(state, t, nameof(FamilyName), FamilyName);
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone))
            state.AddModelError(Prefix + nameof(Email), t["consent.check.reach"]);
        else if (!ContactDetails.IsAddress(Email))
            state.AddModelError(Prefix + nameof(Email), t["form.email"]);
        foreach (var (field, text) in new[]
                 {
                     (nameof(GivenName), GivenName), (nameof(FamilyName), FamilyName), (nameof(Email), Email), (nameof(Phone), Phone),
                     (nameof(Workplace), Workplace),
                 })
        {
            if (text?.Length > LongestText)
                state.AddModelError(Prefix + field, t["form.too-long", "", LongestText]);
        }
    }

    public void CheckKinds(ModelStateDictionary state, Texts t, ConsentOffer offer)
    {
        if (Kinds.Count == 0 && !offer.NeedsContact)
            state.AddModelError(Prefix + nameof(Kinds), t["consent.check.kinds"]);
        if (Kinds.Exists(kind => !offer.Offers(kind)))
            state.AddModelError(Prefix + nameof(Kinds), t["refused.NeverForThem"]);
    }

    public void CheckPurposes(ModelStateDictionary state, Texts t)
    {
        if (Purposes.Count == 0)
            state.AddModelError(Prefix + nameof(Purposes), t["consent.check.purposes"]);
    }

    public void CheckUntil(ModelStateDictionary state, Texts t, DateOnly today)
    {
        if (Length is null || (Length == ConsentLength.Same && LastDay is null))
            state.AddModelError(Prefix + nameof(Length), t["consent.check.length"]);
        else if (Length == ConsentLength.Day && (LastDay is null || LastDay < today || LastDay > today.AddYears(2)))
            state.AddModelError(Prefix + nameof(LastDay), t["consent.check.last-day"]);
    }

    /// <param name="mayBeLater">Nothing stands that it would change: what stands is changed at once.</param>
    public void CheckFrom(ModelStateDictionary state, Texts t, DateOnly today, bool mayBeLater = true)
    {
        if (!mayBeLater)
            Start = ConsentStart.Now;
        else if (Start == ConsentStart.Day && (FirstDay is null || FirstDay < today || FirstDay > new ConsentDraft { Length = Length, LastDay = LastDay }.Until(today)))
            state.AddModelError(Prefix + nameof(FirstDay), t["consent.check.first-day"]);
    }

    private static void Require(ModelStateDictionary state, Texts t, string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            state.AddModelError(Prefix + field, t["form.required"]);
    }
}

using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class LookMappings : IEntityTypeConfiguration<PrivacyOfficer>, IEntityTypeConfiguration<LookQuestion>
{
    public void Configure(EntityTypeBuilder<PrivacyOfficer> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.HasOne(o => o.Organisation).WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.Person).WithMany().HasForeignKey(o => o.PersonId).IsRequired(false).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.PersonId);
        builder.HasIndex(o => o.OrganisationId);
    }

    public void Configure(EntityTypeBuilder<LookQuestion> builder)
    {
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Ignore(q => q.Words);
        builder.HasOne<Case>().WithMany().HasForeignKey(q => q.CaseId);
        builder.HasIndex(q => q.CaseId);
        builder.HasIndex(q => new { q.OrganisationId, q.AnsweredAt, q.Due });
    }
}
